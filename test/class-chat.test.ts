import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import type { LocalGroup } from "../src/preview/people/local-group.ts";
import { startBot } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// A class chat in the local MAX: the bot among thirty families.

const PEOPLE = Array.from({ length: 12 }, (_, n) => ({ firstName: `Родитель ${n}` }));
let app: App;
let group: LocalGroup;

/** What families write to each other; none of it is meant for the bot, much of it is about its subject. */
const TALK = [
  "Доброе утро всем!",
  "кто завтра ведёт в бассейн?",
  "а в макс уже все перешли?",
  "почему именно макс, кто знает",
  "у меня телефон с кнопками, не могу",
  "сдаём по 300 рублей до пятницы",
  "чат задвоился, я в каком пишу?",
  "спасибо!!!",
  "@olga_s заберите Петю пожалуйста",
  "/weather завтра",
  "бот какой-то в чате?",
  "help",
  "+",
  "😂😂😂",
  "что задали по русскому",
  "а обязательно ставить это приложение?",
];

beforeAll(async () => {
  const started = await startBot();
  app = started.app;
  group = started.preview.max.group({
    title: "5 «Б»",
    people: [{ firstName: "Елена Викторовна", isAdmin: true }, ...PEOPLE],
  });
});

afterAll(async () => {
  await app.stop();
});

const replies = () => group.messages.filter(({ isFromBot }) => isFromBot);
const member = (n: number) => {
  const found = group.members[n % group.members.length];
  if (found === undefined) throw new Error("the group is empty");
  return found;
};

async function nextReply(act: () => unknown): Promise<string> {
  const before = replies().length;
  act();
  await until(() => replies().length > before);
  return replies().at(-1)?.text ?? "";
}

test("added without rights, it says in one message what the teacher must switch on", async () => {
  const welcome = await nextReply(() => group.addBot());
  expect(welcome).toContain("Назначьте меня, пожалуйста, администратором");
  expect(welcome).toContain("/faq");
  group.setBotAdmin(true);
});

test("two hundred messages of parents to each other are met with silence", async () => {
  const before = replies().length;
  for (let n = 0; n < 200; n++) member(n).say(TALK[n % TALK.length] ?? "");
  // Whatever they had started would come before the answer to this.
  await nextReply(() => member(1).say("/faq какие чаты не переносятся"));
  expect(replies().length).toBe(before + 1);
});

test("sixty messages to the bot, in every way there is, get one answer each", { timeout: 240_000 }, async () => {
  const own = replies()[0]?.mid ?? "";
  const ways: readonly ((n: number) => void)[] = [
    (n) => member(n).say("какие чаты не переедут?", { mention: "user_link" }),
    (n) => member(n).say("зачем нам макс", { mention: "user_id" }),
    (n) => member(n).say("@School_FAQ_bot у меня кнопочный телефон"),
    (n) => member(n).say("а если я не хочу его ставить?", { replyTo: own }),
    (n) => member(n).say("/faq как изменить роль учителя"),
    (n) => member(n).say("/help"),
  ];
  const before = replies().length;
  for (let n = 0; n < 60; n++) ways[n % ways.length]?.(n);
  await until(() => replies().length >= before + 60);
  await nextReply(() => member(5).say("/faq безопасно ли в максе"));
  expect(replies().length).toBe(before + 61);
});

test("quiet is for administrators and outlives what others say", async () => {
  expect(await nextReply(() => member(2).say("/quiet"))).toContain("только для администраторов");
  expect(await nextReply(() => member(0).say("/quiet"))).toContain("только администраторам");
  const before = replies().length;
  member(3).say("/faq почему нельзя вотсап");
  expect(await nextReply(() => member(0).say("/loud"))).toContain("Снова отвечаю");
  expect(replies().length).toBe(before + 1);
});

test("removed and added again, it introduces itself again", async () => {
  group.removeBot();
  expect(await nextReply(() => group.addBot())).toContain("Здравствуйте!");
});
