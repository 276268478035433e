import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteFile from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { decodePayload } from "../dialog/payload.ts";
import { silentLog } from "../../test/support/logs.ts";
import type { MessageEvent } from "../dialog/event.ts";
import { menuRow } from "../dialog/parent/menu.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { plain } from "../markup/rich-text.ts";
import { createMaxClient, type MaxClient } from "../max/client.ts";
import type { ChatMessage } from "../preview/people/chat-message.ts";
import type { LocalGroup } from "../preview/people/local-group.ts";
import type { LocalUser } from "../preview/people/local-user.ts";
import { startPreview, type Preview } from "../preview/preview.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { createSupportChat, type SupportChat } from "./support-chat.ts";

// The support chat over the local MAX and a real database; time is the test's own.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { signal } = new AbortController();
let folder = "";
let max: Preview;
let staff: LocalGroup;
let parent: LocalUser;
let store: Store;
let client: MaxClient;
let support: SupportChat;
let time = 0;
let ordinal = 0;
let handedOver: string[] = [];

beforeEach(async () => {
  time = Date.UTC(2025, 8, 1);
  handedOver = [];
  folder = await mkdtemp(join(tmpdir(), "support-"));
  const names = { botName: "Помощник", username: "school_faq_bot" };
  max = await startPreview({ host: "127.0.0.1", port: 0, token: "t0ken", limits: false, ...names });
  staff = max.max.group({ title: "Сотрудники", people: [{ firstName: "Завуч" }] });
  staff.addBot();
  parent = newParent();
  store = await openDatabase(`file:${folder}/bot.db`, () => time);
  // A pace of its own for every call: the limiter of the client waits in real time.
  client = createMaxClient({ token: "t0ken", apiUrl: max.apiUrl, log: silentLog, now: tick });
  support = createSupportChat({
    client,
    questions: store.supportQuestions,
    staffChatId: staff.chatId,
    contact: () => "Позвоните секретарю",
    handedOver: async (userId, text) => void handedOver.push(`${userId} ${text}`),
    log: silentLog,
    now: () => time,
  });
});

afterEach(async () => {
  await store.close();
  await max.close();
  await rm(folder, { recursive: true });
});

let ticks = 0;
const tick = () => (ticks += 10_000);

function newParent(): LocalUser {
  const person = max.max.user({ firstName: "Ольга" });
  person.start();
  return person;
}

function written(who: LocalUser, text: string, changes: Partial<MessageEvent> = {}): MessageEvent {
  return {
    kind: "message",
    place: { kind: "private", chatId: who.chatId, userId: who.userId },
    messageId: `mid.${(ordinal += 1)}`,
    text,
    forwardedText: undefined,
    repliedMessageId: undefined,
    attachments: [],
    isEdited: false,
    isAddressed: true,
    ...changes,
  };
}

function byStaff(repliedMessageId: string, text: string, changes: Partial<MessageEvent> = {}) {
  const place = { kind: "group", chatId: staff.chatId, userId: 1 } as const;
  return written(parent, text, { place, repliedMessageId, ...changes });
}

/** The payload of the button that is offered under the reply to this message. */
async function offered(event: MessageEvent, openQuestion = event.text): Promise<string> {
  const message: OutMessage = { text: plain("Не знаю."), keyboard: [menuRow()], openQuestion };
  const reply = await support.offer(event, { kind: "send", place: event.place, message });
  const [button] = reply.message.keyboard[0] ?? [];
  return button?.kind === "callback" ? button.payload : "";
}

/** Taps the button; what the parent sees then. */
async function tap(who: LocalUser, payload: string): Promise<string> {
  const place = { kind: "private", chatId: who.chatId, userId: who.userId } as const;
  const isTaken = await support.take(
    { kind: "tap", place, callbackId: "gone", payload: decodePayload(payload) },
    signal,
  );
  expect(isTaken).toBe(true);
  return fromBot(who).at(-1)?.text ?? "";
}

async function pass(who: LocalUser, text: string): Promise<string> {
  return tap(who, await offered(written(who, text)));
}

function fromBot(chat: { readonly messages: readonly ChatMessage[] }): readonly ChatMessage[] {
  return chat.messages.filter(({ isFromBot }) => isFromBot);
}

const lastCopy = () => fromBot(staff).at(-1)?.mid ?? "";

function rows(statement: string): readonly unknown[] {
  const file = new SqliteFile(join(folder, "bot.db"));
  try {
    return file.prepare(statement).all();
  } finally {
    file.close();
  }
}

test("a message, a tap and a reply that are handled twice are passed on once", async () => {
  const event = written(parent, "Когда собрание?");
  const payload = await offered(event);
  expect(await offered(event)).toBe(payload);
  expect(await tap(parent, payload)).toContain("Передал ваш вопрос");
  expect(await tap(parent, payload)).toContain("Передал ваш вопрос");
  expect(new Set(handedOver)).toEqual(new Set([`${parent.userId} Когда собрание?`]));
  expect(fromBot(staff)).toHaveLength(1);
  const before = fromBot(parent).length;
  const reply = byStaff(lastCopy(), "В пятницу.");
  await support.take(reply, signal);
  await support.take(reply, signal);
  expect(fromBot(parent)).toHaveLength(before + 1);
});

test("the text is deleted as soon as it is sent, the link between the two after the retention", async () => {
  await pass(parent, "Когда собрание?");
  const copy = lastCopy();
  await support.take(byStaff(copy, "В пятницу."), signal);
  expect(rows("select text from support_question")).toEqual([{ text: null }]);
  time += 90 * DAY;
  expect(await store.supportQuestions.prune({ unsent: time - DAY, sent: time - 90 * DAY })).toBe(0);
  time += 1;
  expect(await store.supportQuestions.prune({ unsent: time - DAY, sent: time - 90 * DAY })).toBe(1);
  expect(rows("select * from support_question")).toEqual([]);
  expect(rows("select * from support_answer")).toEqual([]);
  const before = fromBot(parent).length;
  await support.take(byStaff(copy, "И в субботу."), signal);
  expect(fromBot(parent)).toHaveLength(before);
  expect(fromBot(staff).at(-1)?.text).toContain("по сроку хранения");
});

test("a question that was not handed on is gone after a day", async () => {
  const payload = await offered(written(parent, "Когда собрание?"));
  time += DAY + 1;
  expect(await tap(parent, payload)).toContain("храню сутки");
  expect(await store.supportQuestions.prune({ unsent: time - DAY, sent: 0 })).toBe(1);
  expect(fromBot(staff)).toEqual([]);
});

test("the eleventh question of a day gets the contact and stays for the next day", async () => {
  for (let n = 1; n <= 10; n++) expect(await pass(parent, `Вопрос ${n}`)).toContain("Передал");
  time += HOUR;
  const payload = await offered(written(parent, "Вопрос 11"));
  expect(await tap(parent, payload)).toMatch(/Попробуйте завтра\.\n\nПозвоните секретарю\.$/u);
  expect(fromBot(staff)).toHaveLength(10);
  expect(await pass(newParent(), "Вопрос другого")).toContain("Передал");
  time += DAY - HOUR;
  expect(await tap(parent, payload)).toContain("Передал");
});

test("all together hand on sixty questions an hour", async () => {
  for (let n = 1; n <= 60; n++) {
    const id = `q${n}`;
    const question = { id, userId: n, chatId: n, messageId: id, text: "?", createdAt: time };
    await store.supportQuestions.keep(question);
    await store.supportQuestions.markSent(id, id, time);
  }
  expect(await pass(parent, "Когда собрание?")).toContain("через час");
  time += HOUR;
  expect(await pass(parent, "Когда собрание?")).toContain("Передал");
});

test("having one's questions deleted is no way around the limit of all together", async () => {
  for (let n = 1; n <= 60; n++) {
    expect(await pass(parent, `Вопрос ${n}`)).toContain("Передал");
    await store.supportQuestions.forget(parent.userId);
  }
  expect(await pass(parent, "Когда собрание?")).toContain("через час");
});

test("nobody gets at the question of another", async () => {
  const payload = await offered(written(parent, "Когда собрание?"));
  expect(await tap(newParent(), payload)).toContain("Этого вопроса у меня уже нет");
  expect(handedOver).toEqual([]);
  expect(fromBot(staff)).toEqual([]);
  const place = { kind: "group", chatId: staff.chatId, userId: parent.userId } as const;
  expect(await support.take({ kind: "tap", place, callbackId: "c", payload: decodePayload(payload) }, signal)).toBe(
    false,
  );
});

test("a question as long as MAX takes it fits, with its end cut and said so", async () => {
  await pass(parent, "<".repeat(4_000));
  const copy = fromBot(staff).at(-1)?.text ?? "";
  expect(copy).toContain("<…\n[Конец вопроса не поместился.]");
  expect(copy).toContain("Ответьте на это сообщение");
});

test("of a reply with a picture the staff are told that only the text was passed on", async () => {
  await pass(parent, "Когда собрание?");
  const copy = lastCopy();
  await support.take(byStaff(copy, "Расписание на фото.", { attachments: ["image"] }), signal);
  expect(fromBot(staff).at(-1)?.text).toContain("Передал только текст");
  await support.take(byStaff(copy, "", { attachments: ["image"] }), signal);
  expect(fromBot(staff).at(-1)?.text).toContain("в ответе нет текста");
});

test("what the database keeps of questions nobody hands on is bounded for each person", async () => {
  for (let n = 1; n <= 30; n++) await offered(written(parent, `Вопрос ${(time += 1)}`));
  expect(rows("select count(*) as count from support_question")).toEqual([{ count: 10 }]);
});

test("forgetting a person deletes their questions and the answers, and nobody else's", async () => {
  await pass(parent, "Когда собрание?");
  await support.take(byStaff(lastCopy(), "В пятницу."), signal);
  const other = newParent();
  await pass(other, "А где?");
  expect(await store.supportQuestions.forget(parent.userId)).toBe(1);
  expect(rows("select user_id from support_question")).toEqual([{ user_id: other.userId }]);
  expect(rows("select * from support_answer")).toEqual([]);
});
