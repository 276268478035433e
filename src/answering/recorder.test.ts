import { DAY_MS } from "../text/local-date.ts";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../../test/support/logs.ts";
import { buildContent } from "../live/content.ts";
import type { Reply } from "../dialog/reply.ts";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { createGroupStates } from "./group-states.ts";
import { createLastReplies } from "./last-replies.ts";
import { createHandler } from "./handle.ts";
import { plainOf } from "../markup/rich-text.ts";
import { createPseudonyms } from "./pseudonyms.ts";
import { createRecorder } from "./recorder.ts";
import { rephrasingIn } from "./setbacks.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { createPoster } from "../poster/poster.ts";

const CONTENT = buildContent(SMALL_FAQ, "");
const USER_ID = 774_411_229;
const OTHER_ID = 554_433_221;
const isRephrasing = rephrasingIn(() => CONTENT);
const BOT = { userId: 1, username: "bot" };

let folder = "";
let store: Store;
let time = Date.UTC(2025, 8, 1, 9);
let sent = 0;
let lastText = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "recorder-"));
  store = await openDatabase(`file:${folder}/bot.db`, () => time);
  time = Date.UTC(2025, 8, 1, 9);
  sent = 0;
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function handlerOn(used: Store) {
  const now = () => time;
  const client = {
    send: async (reply: Reply) => {
      lastText = "message" in reply ? plainOf(reply.message.text) : reply.text;
      return `mid.${(sent += 1)}`;
    },
    upload: async () => ({ type: "image" as const, payload: { token: "t" } }),
    sendFile: async () => undefined,
    membership: async () => ({ isAdmin: true, canRead: true }),
    isAdmin: async () => false,
  };
  return createHandler({
    client,
    talk: () => CONTENT.talk,
    bot: () => BOT,
    inbox: used.inbox,
    groups: createGroupStates(used.chatStates, now),
    lastReplies: createLastReplies(used.lastReplies, now, silentLog),
    admin: async () => false,
    support: undefined,
    wizard: async () => false,
    forAdmin: (message) => message,
    tidyAfter: () => undefined,
    drawPoster: createPoster,
    recorder: recorderAt(now, used),
    retentionDays: 90,
    log: silentLog,
    now,
  });
}

function recorderAt(now: () => number, used = store) {
  const pseudonyms = createPseudonyms(used.secrets, now);
  return createRecorder({ ...used, pseudonyms, isRephrasing, log: silentLog, now });
}

function handle(update: unknown, used = store): Promise<void> {
  return handlerOn(used)(update, new AbortController().signal);
}

function said(text: string, userId = USER_ID, mid = `mid.${text}.${userId}`) {
  return {
    update_type: "message_created",
    timestamp: time,
    message: {
      timestamp: time,
      sender: { user_id: userId, is_bot: false, first_name: "Ольга" },
      recipient: { chat_id: userId + 1, chat_type: "dialog" },
      body: { mid, text },
    },
  };
}

function saidInGroup(text: string) {
  const update = said(text);
  const recipient = { chat_id: -5, chat_type: "chat" };
  return { ...update, message: { ...update.message, recipient } };
}

function tapped(payload: string, userId = USER_ID) {
  const recipient = { chat_id: userId + 1, chat_type: "dialog" };
  return {
    update_type: "message_callback",
    timestamp: time,
    callback: { callback_id: `cb.${payload}`, timestamp: time, payload, user: { user_id: userId } },
    message: { recipient, body: { mid: "m" } },
  };
}

function recorded() {
  return store.journal.between(0, time + DAY_MS);
}

test("a question is recorded with what came of it, without what leads to a person", async () => {
  await handle(said("потерял книгу, звоните 8 916 123-45-67"));
  const [question, ...others] = await recorded();
  const { id = "", person = "", confidence, ...rest } = question ?? {};
  expect(rest).toEqual({
    at: time,
    text: "потерял книгу, звоните [телефон]",
    outcome: "answer",
    itemId: "lost-book",
    place: "private",
    chosenEntryId: undefined,
    handled: undefined,
    setback: undefined,
  });
  expect([id, person]).toEqual([expect.stringMatching(/^[\w-]{16}$/u), expect.stringMatching(/^[\w-]{22}$/u)]);
  expect(confidence).toBeGreaterThan(0.5);
  expect(others).toEqual([]);
});

test("an update that is handled again is recorded once", async () => {
  const update = said("потерял книгу");
  await handle(update);
  await handle(update);
  expect(await recorded()).toHaveLength(1);
});

test("the id of a question cannot be made again once the day is over, whoever knows the message", async () => {
  const update = said("потерял книгу");
  await handle(update);
  time += DAY_MS;
  await handle(update);
  expect(new Set((await recorded()).map(({ id }) => id)).size).toBe(2);
});

test.each<[unknown, string]>([
  [said("/help"), "a command"],
  [said("/start lost-book"), "a start link"],
  [said("😀😀"), "a text without words"],
  [tapped("1:entry:lost-book"), "a tap"],
  [tapped("1:menu:0"), "a way through the menu"],
  [saidInGroup("потерял книгу"), "a message of a group that is not meant for the bot"],
  [saidInGroup("/quiet"), "a command in a group"],
])("$1 is not recorded", async (update) => {
  await handle(update);
  expect(await recorded()).toEqual([]);
});

test("/faq is recorded in both kinds of chat, small talk and the unknown too", async () => {
  const about = async (update: unknown) => {
    await handle(update);
    time += 1;
  };
  await about(said("/faq потерял книгу"));
  await about(saidInGroup("/faq потерял книгу"));
  await about(said("спасибо", OTHER_ID));
  await about(said("qwertyuiop zxcvbn"));
  expect((await recorded()).map(({ place, outcome, itemId }) => [place, outcome, itemId])).toEqual([
    ["private", "answer", "lost-book"],
    ["group", "answer", "lost-book"],
    ["private", "smalltalk", "thanks"],
    ["private", "none", undefined],
  ]);
});

test("of people only this is known: who asked twice on the same day of Moscow", async () => {
  time = Date.UTC(2025, 8, 1, 20, 59);
  await handle(said("потерял книгу"));
  await handle(said("меню столовой"));
  await handle(said("потерял книгу", OTHER_ID));
  time += 2 * 60_000;
  await handle(said("оплата обедов"));
  const persons = (await recorded()).map(({ person }) => person);
  expect(new Set(persons).size).toBe(3);
});

test("the choice of an offered entry is recorded with its question; old and forged buttons do no harm", async () => {
  await handle(said("потерял книгу"));
  const [question] = await recorded();
  await handle(tapped(`1:entry:take-book:${question?.id ?? ""}`));
  expect((await recorded())[0]?.chosenEntryId).toBe("take-book");
  await handle(tapped("1:entry:lost-book"));
  await handle(tapped(`1:entry:no-such:${question?.id ?? ""}`));
  await handle(tapped("1:entry:lost-book:aaaaaaaaaaaaaaaa"));
  expect((await recorded())[0]?.chosenEntryId).toBe("take-book");
});

async function setbacks() {
  return (await recorded()).map(({ text, setback }) => [text, setback]);
}

test("what is asked again in other words within ten minutes has not been solved", async () => {
  await handle(said("меню столовой"));
  time += 60_000;
  await handle(said("потерял книгу из библиотеки"));
  time += 9 * 60_000;
  await handle(said("библиотечная книга потеряна"));
  await handle(said("потерял книгу из библиотеки", OTHER_ID));
  const noted = [
    ["меню столовой", undefined],
    ["потерял книгу из библиотеки", "asked-again"],
    ["библиотечная книга потеряна", undefined],
    ["потерял книгу из библиотеки", undefined],
  ];
  expect(new Set(await setbacks())).toEqual(new Set(noted));
  time += 10 * 60_000 + 1;
  await handle(said("книга из библиотеки потеряна"));
  expect(new Set(await setbacks())).toEqual(new Set([...noted, ["книга из библиотеки потеряна", undefined]]));
});

test("what only closes the talk is recorded as small talk, but not out of the blue", async () => {
  await handle(said("поняла, схожу за меню столовой"));
  time += 60_000;
  await handle(said("понятно, схожу за книгой"));
  expect((await recorded()).map(({ outcome }) => outcome)).toEqual(["answer", "smalltalk"]);
});

test("an update that is handled again is no question asked again", async () => {
  const update = said("потерял книгу");
  await handle(update);
  time += 60_000;
  await handle(update);
  expect(await setbacks()).toEqual([["потерял книгу", undefined]]);
});

test("a vote against the answer is noted with its question, and a vote for it takes that back", async () => {
  await handle(said("потерял книгу"));
  const [question] = await recorded();
  const vote = async (value: string) => {
    await handle(tapped(`1:vote:${value}:lost-book:${question?.id ?? ""}:`));
    return (await setbacks())[0]?.[1];
  };
  expect(await vote("down")).toBe("disliked");
  expect(await vote("down")).toBe("disliked");
  time += 60 * 60_000;
  expect(await vote("up")).toBeUndefined();
  expect(await vote("down")).toBeUndefined();
});

test("a question that goes to a person is found by its text, or is the last one", async () => {
  await handle(said("меню столовой, звоните 8 916 123-45-67"));
  time += 1;
  await handle(said("потерял книгу"));
  const recorder = recorderAt(() => time);
  await recorder.handedOver(USER_ID, "меню столовой, звоните 8 916 123-45-67");
  await recorder.handedOver(OTHER_ID, "потерял книгу");
  expect(await setbacks()).toEqual([
    ["меню столовой, звоните [телефон]", "handed-over"],
    ["потерял книгу", undefined],
  ]);
  await recorder.handedOver(USER_ID, "потерял книгу\n\nпереслано");
  expect((await setbacks())[1]).toEqual(["потерял книгу", "handed-over"]);
});

test("what is said of a reply within ten minutes is noted with its question", async () => {
  await handle(said("потерял книгу"));
  const [question] = await recorded();
  const recorder = recorderAt(() => time);
  const note = { kind: "setback", questionId: question?.id ?? "", setback: "not-that" } as const;
  const place = { kind: "private", userId: USER_ID, chatId: USER_ID + 1 } as const;
  time += 10 * 60_000 + 1;
  await recorder.record(note, { questionId: "next", place });
  expect((await recorded())[0]?.setback).toBeUndefined();
  time -= 1;
  await recorder.record(note, { questionId: "next", place });
  expect((await recorded())[0]?.setback).toBe("not-that");
});

test("a vote is kept once a person and answer, and says nothing of what else he voted on", async () => {
  await handle(tapped("1:vote:up:lost-book::"));
  await handle(tapped("1:vote:down:lost-book:0123456789abcdef:"));
  await handle(tapped("1:reason:outdated:lost-book:0123456789abcdef:"));
  await handle(tapped("1:vote:up:take-book::"));
  await handle(tapped("1:vote:up:lost-book::", OTHER_ID));
  await handle(tapped("1:vote:up:no-such::"));
  const votes = await store.votes.between(0, time + 1);
  const shown = votes.map(({ entryId, value, reason = "" }) => `${entryId} ${value} ${reason}`);
  expect(new Set(shown)).toEqual(new Set(["lost-book down outdated", "lost-book up ", "take-book up "]));
  expect(votes).toHaveLength(3);
  expect(new Set(votes.map(({ voter }) => voter)).size).toBe(3);
});

test("only a vote against an answer is kept with the question, since only that is looked into", async () => {
  const kept = async () => (await store.votes.between(0, time + 1)).map((one) => one.questionId);
  await handle(tapped("1:vote:up:lost-book:0123456789abcdef:"));
  expect(await kept()).toEqual([undefined]);
  await handle(tapped("1:vote:down:lost-book:0123456789abcdef:"));
  expect(await kept()).toEqual(["0123456789abcdef"]);
  await handle(tapped("1:vote:up:lost-book:0123456789abcdef:"));
  expect(await kept()).toEqual([undefined]);
});

test("who asks for it has his questions of today and all his votes deleted, and nobody else's", async () => {
  await handle(said("потерял книгу"));
  await handle(tapped("1:vote:up:lost-book::"));
  time += DAY_MS;
  await handle(said("меню столовой"));
  await handle(said("оплата обедов"));
  await handle(said("потерял книгу", OTHER_ID));
  await handle(tapped("1:vote:up:menu-today::"));
  await handle(tapped("1:vote:up:lost-book::", OTHER_ID));
  lastText = "";
  await handle(tapped("1:forget"));
  expect(lastText).toContain("вопросов — 2, отметок под ответами — 2.");
  expect(await recorded()).toHaveLength(2);
  expect(await store.votes.between(0, time + 1)).toHaveLength(1);
  await handle(tapped("1:forget"));
  expect(lastText).toContain("Ничего, что связано с вами");
});

test("neither a user id nor a telephone is in the bytes of the database", async () => {
  await handle(said("потерял книгу, звоните 89161234567 или ivan@mail.ru"));
  await handle(tapped("1:vote:down:lost-book::"));
  const files = await readdir(folder);
  const bytes = await Promise.all(files.map((file) => readFile(join(folder, file))));
  const text = Buffer.concat(bytes).toString("latin1");
  expect(Buffer.concat(bytes).includes("потерял книгу, звоните [телефон]")).toBe(true);
  for (const trace of [`${USER_ID}`, "89161234567", "ivan@mail.ru"]) expect(text).not.toContain(trace);
});

test("of a story the beginning is kept, without a telephone that stands at its end", async () => {
  await handle(said(`${"как нам быть ".repeat(37)}звоните 89161234567 ${"и ещё ".repeat(500)}`));
  const [kept] = await recorded();
  expect(kept?.text).toMatch(/^как нам быть .*[\p{L}\]]…$/u);
  expect(kept?.text.length).toBeLessThanOrEqual(500);
  expect(kept?.text).not.toMatch(/\d/u);
});

test("of one person a thousand questions a day are kept, all are answered", async () => {
  const questions = Array.from({ length: 1_010 }, (_, n) => said("потерял книгу", USER_ID, `m${n}`));
  const handleOne = handlerOn(store);
  const { signal } = new AbortController();
  await Promise.all(questions.map((question) => handleOne(question, signal)));
  await handleOne(said("потерял книгу", OTHER_ID), signal);
  expect(sent).toBe(1_011);
  expect(await recorded()).toHaveLength(1_001);
  time += DAY_MS;
  await handleOne(said("потерял книгу", USER_ID, "tomorrow"), signal);
  expect(await recorded()).toHaveLength(1_002);
});

test("a journal that fails costs nobody his answer", async () => {
  const refuse = () => Promise.reject(new Error("disk full"));
  const broken: Store = { ...store, journal: { ...store.journal, record: refuse } };
  await handle(said("потерял книгу"), broken);
  expect(sent).toBe(1);
});

test("neither does a salt that cannot be read", async () => {
  const saltOf = () => Promise.reject(new Error("disk full"));
  await handle(said("потерял книгу"), { ...store, secrets: { ...store.secrets, saltOf } });
  expect([sent, await recorded()]).toEqual([1, []]);
});
