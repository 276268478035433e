import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import type { ChatMessage } from "../src/preview/people/chat-message.ts";
import type { LocalGroup } from "../src/preview/people/local-group.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { startBotOn, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// A parent, the bot and the staff chat, over a local MAX that outlives the bot.

const TOKEN = "token-of-the-test";
const UNKNOWN = "абракадабра зюзя мрум";
const CONTENT = `
organization: { name: Школа № 1, contact: Позвоните секретарю }
categories: [{ id: chats, title: Чаты }]
entries:
  - id: moved
    category: chats
    question: Какие чаты переносятся?
    phrases: [какие чаты переедут, перенесут ли чат класса, что с перепиской]
    answer: Все чаты классов.
  - id: price
    category: chats
    question: Сколько это стоит?
    phrases: [это платно, сколько платить, надо ли покупать]
    answer: Нисколько.
topics: []
smalltalk: []
`;
let folder = "";
let max: Preview;
let app: App | undefined;
let staff: LocalGroup;
let parent: LocalUser;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "support-"));
  await writeFile(join(folder, "faq.yaml"), CONTENT);
  max = await startMax(TOKEN, {
    botName: "Помощник",
    username: "school_faq_bot",
    limits: false,
  });
  const people = [{ firstName: "Завуч", isAdmin: true }, { firstName: "Секретарь" }];
  staff = max.max.group({ title: "Сотрудники", people });
  staff.addBot();
  staff.setBotAdmin(true);
  parent = max.max.user({ firstName: "Ольга", lastName: "Смирнова" });
  await start();
  await until(() => fromBot(staff).length === 1);
});

afterEach(async () => {
  await app?.stop();
  await max.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(isSupported = true): Promise<void> {
  app = await startBotOn(max, TOKEN, {
    faqFile: join(folder, "faq.yaml"),
    databaseUrl: `file:${folder}/bot.db`,
    supportChatId: isSupported ? staff.chatId : undefined,
  });
}

async function restart(isSupported = true): Promise<void> {
  await app?.stop();
  await start(isSupported);
}

function fromBot(chat: { readonly messages: readonly ChatMessage[] }): readonly ChatMessage[] {
  return chat.messages.filter(({ isFromBot }) => isFromBot);
}

/** The first message of the bot there after `act` that is like this. */
async function next(
  chat: { readonly messages: readonly ChatMessage[] },
  act: () => unknown,
  like = /[\s\S]/u,
): Promise<ChatMessage> {
  const before = fromBot(chat).length;
  act();
  const found = () =>
    fromBot(chat)
      .slice(before)
      .find(({ text }) => like.test(text));
  await until(() => found() !== undefined);
  const message = found();
  if (message === undefined) throw new Error("the bot is silent");
  return message;
}

/** Asks what the bot does not know, and hands it on; the copy in the staff chat. */
async function pass(who: LocalUser, question: string): Promise<ChatMessage> {
  const reply = await next(who, () => who.say(question));
  const copy = await next(staff, () => who.tap(reply.mid, "Спросить сотрудника"));
  await until(() => fromBot(who).at(-1)?.text.startsWith("Передал ваш вопрос") === true);
  return copy;
}

const member = (index: number) => {
  const found = staff.members[index];
  if (found === undefined) throw new Error("the group is empty");
  return found;
};

const titles = (message: ChatMessage) => message.keyboard.flat().map(({ text }) => text);

test("an answer that did not help, and suggestions that were not it, lead to a person", async () => {
  const answer = await next(parent, () => parent.say("какие чаты переедут"));
  parent.tap(answer.mid, "👎");
  const ofAnswer = () => fromBot(parent).find(({ mid }) => mid === answer.mid) ?? answer;
  await until(() => titles(ofAnswer()).includes("Устарело"));
  parent.tap(answer.mid, "Устарело");
  await until(() => ofAnswer().text.includes("Спасибо, так мы узнаём"));
  const copy = await next(staff, () => parent.tap(answer.mid, "Спросить сотрудника"));
  expect(copy.text).toContain("Ответ не помог: «Какие чаты переносятся?»");
  const back = await next(parent, () => member(0).reply(copy.mid, "Все, кроме личных."));
  expect(back.text).toContain("Все, кроме личных.");
  expect(back.replied).toBeUndefined();
});

test("a question goes to the staff without a name, and the replies of two come back in order", async () => {
  const offer = await next(parent, () => parent.say(UNKNOWN));
  expect(offer.text).toContain("Я не знаю ответа на этот вопрос.");
  expect(offer.text).toContain("только текст вопроса, без вашего имени");
  const copy = await next(staff, () => parent.tap(offer.mid, "Спросить сотрудника"));
  expect(copy.text).toContain(UNKNOWN);
  expect(copy.text).not.toMatch(/Ольга|Смирнова/u);
  await until(() => fromBot(parent).at(-1)?.text.startsWith("Передал ваш вопрос") === true);
  expect(titles(fromBot(parent).at(-1) ?? offer)).toEqual(["Все вопросы"]);

  const before = fromBot(staff).length;
  const first = await next(parent, () => {
    member(0).reply(copy.mid, "- 2000 рублей в месяц\n- детям скидка");
    member(1).reply(copy.mid, "И нужна справка.");
  });
  await until(() => fromBot(parent).length === 3 && fromBot(staff).length === before + 2);
  expect(first.replied?.text).toBe(UNKNOWN);
  const answers = fromBot(parent).slice(1);
  expect(answers.map(({ text }) => text.split("\n\n")[1])).toEqual([
    "- 2000 рублей в месяц\n- детям скидка",
    "И нужна справка.",
  ]);
  const notes = fromBot(staff).slice(-2);
  expect(notes.map(({ text }) => text)).toEqual(["Передал ваш ответ.", "Передал ваш ответ."]);
  expect(notes.at(-1)?.replied?.text).toBe("И нужна справка.");
});

test("a restart between question, tap and reply loses nothing", async () => {
  const offer = await next(parent, () => parent.say(UNKNOWN));
  await restart();
  const copy = await next(staff, () => parent.tap(offer.mid, "Спросить сотрудника"));
  await restart();
  const answer = await next(parent, () => member(1).reply(copy.mid, "Завтра узнаю."));
  expect(answer.text).toContain("Завтра узнаю.");
});

test("a reply to the answer goes to the staff at once; anything else is a question to the bot", async () => {
  const copy = await pass(parent, UNKNOWN);
  const answer = await next(parent, () => member(0).reply(copy.mid, "2000 рублей."));
  const followUp = await next(
    staff,
    () => parent.reply(answer.mid, "какие чаты переносятся?"),
    /^Ещё от того же человека\n\nкакие чаты переносятся\?/u,
  );
  expect(followUp.replied?.text).toBe(copy.text);
  await next(parent, () => member(0).reply(followUp.mid, "Все личные."), /Все личные\./u);
  const own = await next(parent, () => parent.say("какие чаты переносятся?"));
  expect(own.text).toContain("Все чаты классов.");
  expect(fromBot(staff).filter(({ text }) => text.includes("какие чаты"))).toHaveLength(1);
});

test("the staff are told why an answer was not delivered", async () => {
  const copy = await pass(parent, UNKNOWN);
  const noteOn = async (text: string, to = copy.mid) => (await next(staff, () => member(0).reply(to, text))).text;
  expect(await noteOn("ы".repeat(3_990))).toContain("длиннее, чем помещается");
  expect(await noteOn(" ")).toContain("в ответе нет текста");
  expect(await noteOn("а это кому?", fromBot(staff)[0]?.mid)).toContain("Никому не передал");
  parent.stop();
  expect(await noteOn("2000 рублей.")).toContain("остановил бота");
  parent.start();
  expect(await noteOn("2000 рублей.")).toBe("Передал ваш ответ.");
});

test("a staff chat that does not let the bot write is tried again, and is not a chat that was left", async () => {
  const copy = await pass(parent, UNKNOWN);
  const isNote = ({ path }: { readonly path: string }) => path === "/messages" && (sends += 1) === 2;
  let sends = 0;
  max.max.faults.next(isNote, { status: 403, body: { code: "chat.denied", message: "no right" } });
  const note = await next(staff, () => member(0).reply(copy.mid, "2000 рублей."));
  expect(note.text).toBe("Передал ваш ответ.");
  expect(fromBot(parent).filter(({ text }) => text.includes("2000"))).toHaveLength(1);
});

test("a corrected reply reaches the parent as such, an edit that changes nothing does not", async () => {
  const copy = await pass(parent, UNKNOWN);
  let mid = "";
  await next(parent, () => {
    mid = member(0).reply(copy.mid, "2000 рублей.");
  });
  member(0).edit(mid, "2000 рублей.");
  // Two edits of one millisecond would be one to MAX; and whatever the first started comes before this.
  await next(staff, () => member(0).say("/chatid"), /Номер этого чата/u);
  const corrected = await next(parent, () => member(0).edit(mid, "2500 рублей."));
  expect(corrected.text).toMatch(/^Сотрудник школы исправил ответ\n\n2500 рублей\./u);
  await until(() => fromBot(staff).at(-1)?.text === "Передал исправленный ответ.");
});

test("in the staff chat the bot answers commands as in any group, and the talk of people not at all", async () => {
  const copy = await pass(parent, UNKNOWN);
  const before = fromBot(parent).length;
  member(0).say("кто ответит?");
  expect((await next(staff, () => member(1).say("/faq какие чаты переносятся"))).text).toContain(
    "Какие чаты переносятся?",
  );
  expect((await next(staff, () => member(1).reply(copy.mid, "/chatid"))).text).toContain(String(staff.chatId));
  expect(fromBot(parent)).toHaveLength(before);
});

test("where the staff chat is gone, the parent is told so and may try again later", async () => {
  const offer = await next(parent, () => parent.say(UNKNOWN));
  staff.removeBot();
  parent.tap(offer.mid, "Спросить сотрудника");
  await until(() => fromBot(parent).at(-1)?.text.includes("недоступен") === true);
  staff.addBot();
  const copy = await next(staff, () => parent.tap(offer.mid, "Спросить сотрудника"));
  expect(copy.text).toContain(UNKNOWN);
});

test("without the setting there is the contact and no button; old buttons say that they are outdated", async () => {
  const offer = await next(parent, () => parent.say(UNKNOWN));
  await restart(false);
  parent.tap(offer.mid, "Спросить сотрудника");
  await until(() => fromBot(parent).at(-1)?.text.includes("устарела") === true);
  const plain = await next(parent, () => parent.say(UNKNOWN));
  expect(titles(plain)).not.toContain("Спросить сотрудника");
  expect(plain.text).toContain("Позвоните секретарю.");
});
