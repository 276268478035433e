import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalGroup } from "../src/preview/people/local-group.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { LocalMember } from "../src/preview/people/local-member.ts";
import { openDatabase } from "../src/store/database.ts";
import { steadyNow } from "../src/runtime/steady-clock.ts";
import { startBot, startBotByWebhook, startBotOn, startMax, type StartedBot } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// What MAX refuses for good, to the whole program on its local MAX, by both transports.

describe.each([
  { transport: "polling", start: () => startBot() },
  { transport: "webhook", start: startBotByWebhook },
])("by $transport", ({ start }) => {
  let bot: StartedBot;
  let group: LocalGroup;
  let teacher: LocalMember;
  let parent: LocalMember;

  beforeAll(async () => {
    bot = await start();
    const people = [{ firstName: "Елена", isAdmin: true }, { firstName: "Ольга" }];
    group = bot.preview.max.group({ title: "5 «Б»", people });
    [teacher = group.owner, parent = group.owner] = group.members;
    await nextReply(() => group.addBot());
    group.setBotAdmin(true);
  });
  afterAll(() => bot.stop());

  const replies = () => group.messages.filter(({ isFromBot }) => isFromBot);

  async function nextReply(act: () => unknown) {
    const last = replies().at(-1)?.mid;
    act();
    await until(() => ![undefined, last].includes(replies().at(-1)?.mid));
    const reply = replies().at(-1);
    if (reply === undefined) throw new Error("the bot said nothing");
    return reply;
  }

  const said = ({ messages }: LocalUser) => messages.filter(({ isFromBot }) => isFromBot);
  const sends = (since: number) =>
    bot.preview.max.calls.slice(since).filter(({ path, status }) => path === "/messages" && status !== undefined);

  test.each([
    { why: "403", effect: undefined },
    { why: "404", effect: { status: 404, body: { code: "dialog.not.found", message: "no" } } },
    { why: "404 without a code", effect: { status: 404, body: {} } },
    {
      why: "200",
      effect: { status: 200, body: { success: false, code: "chat.denied", message: "no" } },
    },
  ])("who stopped the bot is left alone after one send: $why", async ({ effect }) => {
    const { max } = bot.preview;
    const person = max.user();
    person.start();
    await until(() => said(person).length === 1);
    const before = max.calls.length;
    if (effect !== undefined) max.faults.next({ method: "POST", path: "/messages" }, effect);
    person.say("какие чаты не переносятся");
    person.stop();
    await until(() => sends(before).length === 1);
    person.start();
    await until(() => said(person).length > 1);
    expect(sends(before)).toHaveLength(2);
    // What was asked before is over: an attempt to come would have come before the greeting.
    expect(said(person)[1]?.text).toBe(said(person)[0]?.text);
  });

  test("a bot that all chats refuse keeps what is asked until one takes an answer", async () => {
    const { max } = bot.preview;
    const denied = { status: 403, body: { code: "chat.denied", message: "blocked" } };
    const people = [max.user(), max.user(), max.user(), max.user()];
    max.faults.next({ method: "POST", path: "/messages" }, denied, people.length);
    for (const person of people) person.start();
    // Two were taken for people who left; the others are greeted as soon as the bot may write again.
    const greeted = () => people.filter((person) => said(person).length > 0);
    await until(() => greeted().length === 2);
    expect(greeted()).toHaveLength(2);
  });

  test.each([400, 404, false, undefined] as const)(
    "a question that was deleted is answered all the same, once (%s)",
    async (how) => {
      bot.preview.max.faults.goneMessage = how;
      const before = replies().length;
      const reply = await nextReply(() => teacher.remove(parent.say("/faq синхрофазотрон")));
      expect(reply).toMatchObject({
        text: expect.stringContaining("Я не знаю"),
        replied: undefined,
      });
      await nextReply(() => parent.say("/help"));
      expect(replies()).toHaveLength(before + 2);
    },
  );

  test("where the answer above was deleted, the question is answered anew", async () => {
    const ask = () => nextReply(() => parent.say("/faq какие чаты не переносятся"));
    const first = await ask();
    expect(await ask()).toMatchObject({ text: expect.stringContaining("чуть выше") });
    teacher.remove(first.mid);
    expect(await ask()).toMatchObject({ text: first.text, replied: undefined });
  });
});

test("whoever asked what is given up is told so", async () => {
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), "refusals-")), "bot.db")}`;
  const max = await startMax("t0ken", { limits: false });
  const person = max.max.user();
  person.start();
  const { chatId, userId } = person;
  const message = {
    sender: { user_id: userId },
    recipient: { chat_id: chatId, chat_type: "dialog" },
    body: { mid: "mid.before", text: "какие чаты не переносятся" },
  };
  const payload = JSON.stringify({ update_type: "message_created", timestamp: 1, message });
  const store = await openDatabase(databaseUrl);
  await store.inbox.receive([{ key: "m:before", lane: `user:${userId}`, payload, receivedAt: steadyNow() }]);
  for (let attempt = 1; attempt < 5; attempt += 1) await store.inbox.failed(1, "Error: boom", 0);
  await store.close();
  const refusal = { status: 200, body: { success: false, message: "no" } };
  max.max.faults.next({ method: "POST", path: "/messages" }, refusal);
  const app = await startBotOn(max, "t0ken", { databaseUrl });
  const isTold = () => person.messages.some(({ text }) => text.startsWith("Извините, доставить"));
  await until(isTold);
  expect(person.messages.filter(({ text }) => text.startsWith("Извините, доставить"))).toHaveLength(1);
  await app.stop();
  await max.close();
});
