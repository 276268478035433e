import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildContent } from "../../src/live/content.ts";
import type { Reply } from "../../src/dialog/reply.ts";
import { parseFaq } from "../../src/faq/parse.ts";
import { NOTHING_FORGOTTEN } from "../../src/dialog/parent/privacy.ts";
import { createGroupStates } from "../../src/answering/group-states.ts";
import { createLastReplies } from "../../src/answering/last-replies.ts";
import { createHandler } from "../../src/answering/handle.ts";
import { createWebhookIntake } from "../../src/max/webhook-intake.ts";
import { encodeNew } from "../../src/max/encode.ts";
import { receivedOf } from "../../src/max/intake.ts";
import { createAttempts } from "../../src/server/attempts.ts";
import { createServer } from "../../src/server/server.ts";
import { addWebhook } from "../../src/server/webhook-route.ts";
import { CONTENT } from "../chaos/content.ts";
import { createRandom } from "../chaos/random.ts";
import { silentLog } from "../support/logs.ts";
import { mutateBytes, mutateJson, mutateText } from "./mutate.ts";
import { createPoster } from "../../src/poster/poster.ts";

// What nobody would send on purpose: no input ends the program, none is waited for, none is kept. FUZZ_SEED repeats a run.

const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 1e9));
const UPDATES = 15_000;
const BODIES = 5_000;
const FILES = 5_000;
const BOT = { userId: 277_639_678, username: "school_bot" };
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => void unhandled.push(reason);

beforeAll(() => process.on("unhandledRejection", onUnhandled));
afterAll(() => {
  process.off("unhandledRejection", onUnhandled);
});

const user = {
  user_id: 212_843_158,
  first_name: "Мама",
  last_name: "",
  is_bot: false,
  name: "Мама",
};
const message = {
  recipient: { chat_id: 472_107_880, chat_type: "dialog", user_id: BOT.userId },
  timestamp: 1_785_182_044_286,
  body: { mid: "mid.000000001c23cb68019fa524407e751a", seq: 11, text: "когда каникулы" },
  sender: user,
};
const group = { chat_id: -70_801_090_403_050, chat_type: "chat" };
const mention = { type: "user_mention", from: 0, length: 11, user_link: "@school_bot" };
const reply = {
  type: "reply",
  sender: { user_id: BOT.userId, is_bot: true },
  message: { mid: "mid.1", text: "а" },
};
const SEEDS: readonly unknown[] = [
  { update_type: "message_created", timestamp: 1, user_locale: "ru", message },
  {
    update_type: "message_created",
    timestamp: 2,
    message: {
      ...message,
      recipient: group,
      body: { ...message.body, text: "@school_bot где столовая", markup: [mention] },
    },
  },
  { update_type: "message_edited", timestamp: 3, message: { ...message, link: reply } },
  {
    update_type: "message_callback",
    timestamp: 4,
    callback: { timestamp: 4, callback_id: "f9LHodD0cOJ", payload: "v1:menu", user },
    message,
  },
  { update_type: "bot_started", timestamp: 5, chat_id: 182_182, user, payload: "entry-1" },
  { update_type: "bot_added", timestamp: 6, chat_id: group.chat_id, user, is_channel: false },
  { update_type: "bot_removed", timestamp: 7, chat_id: group.chat_id, user, is_channel: false },
];

function parsedContent() {
  const parsed = parseFaq(CONTENT);
  if (parsed.kind !== "ok") throw new Error("the content of the test is not fit");
  return buildContent(parsed.faq, CONTENT);
}

function statesInMemory() {
  const states = new Map<number, string>();
  return {
    read: async (chatId: number) => states.get(chatId),
    write: async (chatId: number, json: string) => void states.set(chatId, json),
    remove: async (chatId: number) => Number(states.delete(chatId)),
  };
}

/** The whole way of an update, with a MAX that takes everything and a database that keeps nothing. */
function createWay() {
  const content = parsedContent();
  const groups = createGroupStates(statesInMemory(), Date.now);
  const lastReplies = createLastReplies(statesInMemory(), Date.now, silentLog);
  const send = async (sent: Reply) => {
    if (sent.kind !== "toast") encodeNew(sent.message);
    return "mid.sent";
  };
  return createHandler({
    client: {
      send,
      upload: async ({ kind }) => ({ type: kind, payload: { token: "t" } }),
      sendFile: async () => undefined,
      membership: async () => ({ isAdmin: true, canRead: true }),
      isAdmin: async () => true,
    },
    talk: () => content.talk,
    bot: () => BOT,
    inbox: {
      progress: async () => undefined,
      keepProgress: async () => undefined,
      isRead: async () => false,
      keepRead: async () => undefined,
    },
    groups,
    lastReplies,
    admin: async () => false,
    wizard: async () => false,
    forAdmin: (one) => one,
    tidyAfter: () => undefined,
    drawPoster: createPoster,
    recorder: {
      questionIdOf: async () => "question",
      record: async () => undefined,
      handedOver: async () => undefined,
      forget: async () => NOTHING_FORGOTTEN,
    },
    support: undefined,
    retentionDays: 90,
    log: silentLog,
    now: Date.now,
  });
}

/** In bytes, without what is only waiting to be collected. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed;
}

test(`mutated updates are answered or ignored (seed ${seed})`, { timeout: 240_000 }, async () => {
  const random = createRandom(seed);
  const handle = createWay();
  const { signal } = new AbortController();
  let answered = 0;
  let before = 0;
  for (let count = 0; count < UPDATES; count += 1) {
    if (count === UPDATES / 3) before = heapUsed();
    let update = SEEDS[count % SEEDS.length];
    for (let times = random.between(0, 3); times > 0; times -= 1) update = mutateJson(update, random);
    for (const { key, lane, payload } of receivedOf([update], BOT, count, silentLog)) {
      expect(key.length).toBeLessThan(200);
      expect(lane.length).toBeLessThan(100);
      await handle(JSON.parse(payload), signal);
      answered += 1;
    }
  }
  // Whole ones and such as lost only something that does not matter.
  expect(answered).toBeGreaterThan(UPDATES / 10);
  expect(unhandled).toEqual([]);
  expect(heapUsed() - before).toBeLessThan(30_000_000);
});

test(`mutated deliveries get an answer (seed ${seed})`, { timeout: 240_000 }, async () => {
  const random = createRandom(seed + 1);
  const server = createServer();
  const accept = createWebhookIntake({
    inbox: { receive: async (updates) => updates.length },
    bot: () => BOT,
    onReceived: () => undefined,
    log: silentLog,
  });
  addWebhook(server.app, {
    path: "/hook",
    secret: "s3cret-of-the-fuzz",
    accept,
    attempts: createAttempts(() => 0),
    onRefused: () => undefined,
  });
  const statuses = new Map<number, number>();
  for (let count = 0; count < BODIES; count += 1) {
    const whole = Buffer.from(JSON.stringify(SEEDS[count % SEEDS.length]));
    const response = await server.app.inject({
      method: "POST",
      url: "/hook",
      headers: { "x-max-bot-api-secret": "s3cret-of-the-fuzz", "content-type": "application/json" },
      payload: Buffer.from(mutateBytes(whole, random)),
    });
    statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1);
  }
  await server.close();
  expect(new Set(statuses.keys())).toEqual(new Set([200, 400]));
  expect(unhandled).toEqual([]);
});

test(`mutated contents end as a content or as a list of problems (seed ${seed})`, { timeout: 240_000 }, () => {
  const random = createRandom(seed + 2);
  const outcomes = { ok: 0, problems: 0 };
  let [slowestMs, wordless] = [0, 0];
  for (let count = 0; count < FILES; count += 1) {
    let text = CONTENT;
    for (let times = random.between(1, 4); times > 0; times -= 1) text = mutateText(text, random);
    const startedAt = performance.now();
    const parsed = parseFaq(text);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    outcomes[parsed.kind] += 1;
    if (parsed.kind === "problems" && parsed.problems.length === 0) wordless += 1;
  }
  expect(wordless).toBe(0);
  expect(outcomes.ok).toBeGreaterThan(100);
  expect(outcomes.problems).toBeGreaterThan(1_000);
  // Nothing grows without bounds; the machine may be busy with something else.
  expect(slowestMs).toBeLessThan(5_000);
});
