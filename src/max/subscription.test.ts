import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createManualClock, type ManualClock } from "../../test/support/manual-clock.ts";
import { createRecordingLog, type RecordingLog } from "../../test/support/logs.ts";
import { UsageError } from "../runtime/errors.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import type { MaxClient, Subscription } from "./client.ts";
import { ANSWERED_TYPES } from "./decode.ts";
import { MaxFailure } from "./failure.ts";
import { keepSubscribed, keepUnsubscribed, type SubscriptionOptions } from "./subscription.ts";

const ENDPOINT = { url: "https://bot.school.ru/max/webhook", secret: "s3cret" };
const bot = { userId: 7, username: "bot" };

let folder = "";
let store: Store;
let clock: ManualClock;
let log: RecordingLog;
let ending = new AbortController();
/** What MAX has, and what it was asked. */
let subscribed: Subscription[] = [];
let asked: string[] = [];
let waiting: unknown[][] = [];
let failures: Partial<Record<"subscriptions" | "subscribe", MaxFailure[]>> = {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "subscription-"));
  clock = createManualClock();
  store = await openDatabase(`file:${folder}/bot.db`, clock.now);
  log = createRecordingLog();
  ending = new AbortController();
  [subscribed, asked, waiting, failures] = [[], [], [], {}];
});
afterEach(async () => {
  ending.abort();
  await store.close();
  await rm(folder, { recursive: true });
});

const client: SubscriptionOptions["client"] = {
  subscriptions: async () => {
    const failure = failures.subscriptions?.shift();
    if (failure !== undefined) throw failure;
    return [...subscribed];
  },
  subscribe: async ({ url, secret, updateTypes }) => {
    asked.push(`subscribe ${url} ${secret}`);
    const failure = failures.subscribe?.shift();
    if (failure !== undefined) throw failure;
    subscribed = [...subscribed.filter((one) => one.url !== url), { url, updateTypes }];
  },
  unsubscribe: async (url) => {
    asked.push(`unsubscribe ${url}`);
    subscribed = subscribed.filter((one) => one.url !== url);
  },
  updates: (async ({ timeoutSeconds }) => {
    asked.push("poll");
    const updates = waiting.shift();
    if (updates === undefined) await clock.sleep(timeoutSeconds * 1_000);
    return { updates: updates ?? [], marker: undefined };
  }) satisfies MaxClient["updates"],
};

function options(changes: Partial<SubscriptionOptions> = {}): SubscriptionOptions {
  const base = { client, inbox: store.inbox, bot, log, signal: ending.signal, random: () => 1 };
  return { ...base, sleep: clock.sleep, onReceived: () => undefined, ...changes };
}

/** Ends by itself when the test ends. */
function keep(endpoint = ENDPOINT, changes: Partial<SubscriptionOptions> = {}): Promise<void> {
  const kept = keepSubscribed(endpoint, options(changes));
  kept.catch(() => undefined);
  return kept;
}

const urls = () => subscribed.map(({ url }) => url);
const passing = () => new MaxFailure("503", { reason: "server" });

test("the webhook is subscribed with its secret and the updates that are answered", async () => {
  void keep();
  await clock.advance(5_000);
  expect(subscribed).toEqual([{ url: ENDPOINT.url, updateTypes: ANSWERED_TYPES }]);
  expect(asked).toContain(`subscribe ${ENDPOINT.url} s3cret`);
});

test("a subscription that MAX ended is found within minutes and made again", async () => {
  void keep();
  await clock.advance(5_000);
  subscribed = [];
  await clock.advance(180_000);
  expect(urls()).toEqual([ENDPOINT.url]);
  expect(log.lines.join("\n")).toContain("it is told again");
});

test("one that lacks updates is renewed, one that stands is left alone", async () => {
  void keep();
  await clock.advance(5_000);
  subscribed = [{ url: ENDPOINT.url, updateTypes: ["message_created"] }];
  await clock.advance(180_000);
  expect(subscribed[0]?.updateTypes).toEqual(ANSWERED_TYPES);
  const before = asked.length;
  await clock.advance(600_000);
  expect(asked).toHaveLength(before);
});

test("a MAX that fails or refuses is asked again, with growing pauses", async () => {
  failures = {
    subscriptions: [passing(), passing()],
    subscribe: [new MaxFailure("success: false", { reason: "rejected" })],
  };
  void keep();
  await clock.advance(60_000);
  expect(urls()).toEqual([ENDPOINT.url]);
});

test("a token that is refused ends it with words for the operator", async () => {
  failures = { subscriptions: [new MaxFailure("401", { reason: "unauthorised" })] };
  const kept = keep();
  await clock.advance(0);
  await expect(kept).rejects.toThrow(UsageError);
});

test("the address of before is removed once the new one stands, another's is left and told of", async () => {
  const former = { url: "https://old.school.ru/hook", secret: "s3cret" };
  void keep(former);
  await clock.advance(5_000);
  ending.abort();
  ending = new AbortController();
  const foreign = { url: "https://elsewhere.example/hook-with-a-secret", updateTypes: undefined };
  const samePlace = { url: "https://bot.school.ru/earlier", updateTypes: undefined };
  subscribed = [...subscribed, foreign, samePlace];
  void keep(ENDPOINT, { signal: ending.signal });
  await clock.advance(0);
  expect(urls().toSorted()).toEqual([ENDPOINT.url, foreign.url].toSorted());
  const order = asked.filter((line) => line.includes(" https"));
  expect(order.indexOf(`subscribe ${ENDPOINT.url} s3cret`)).toBeLessThan(order.indexOf(`unsubscribe ${former.url}`));
  expect(log.lines.join("\n")).toContain("elsewhere.example");
  expect(log.lines.join("\n")).not.toContain("hook-with-a-secret");
});

test("stopping leaves the subscription where it is", async () => {
  const kept = keep();
  await clock.advance(5_000);
  ending.abort();
  await kept;
  expect(urls()).toEqual([ENDPOINT.url]);
  expect(asked.some((line) => line.startsWith("unsubscribe"))).toBe(false);
});

test("a restart leaves a subscription that stands alone: MAX may forget what it would have repeated to it", async () => {
  void keep();
  await clock.advance(5_000);
  await startAgain();
  expect(asked.filter((line) => line.startsWith("subscribe"))).toHaveLength(1);
});

test("a new secret is told to MAX at the start", async () => {
  void keep();
  await clock.advance(5_000);
  await startAgain({ ...ENDPOINT, secret: "another" });
  expect(asked.at(-1)).toBe(`subscribe ${ENDPOINT.url} another`);
});

test("a process of before does not take the webhook back from the one that moved it", async () => {
  const former = { url: "https://bot.school.ru/earlier", secret: "s3cret" };
  void keep(former);
  await clock.advance(5_000);
  void keep();
  await clock.advance(600_000);
  expect(urls()).toEqual([ENDPOINT.url]);
  expect(asked.filter((line) => line.startsWith(`subscribe ${former.url}`))).toHaveLength(1);
});

async function startAgain(endpoint = ENDPOINT): Promise<void> {
  ending.abort();
  ending = new AbortController();
  void keep(endpoint, { signal: ending.signal });
  await clock.advance(5_000);
}

function written(mid: string) {
  return {
    update_type: "message_created",
    timestamp: 1,
    message: {
      sender: { user_id: 1, is_bot: false },
      recipient: { chat_id: 101, chat_type: "dialog" },
      body: { mid, text: "Тест" },
    },
  };
}

test("what waits for a poll is taken before MAX is told of the webhook, and what comes meanwhile", async () => {
  waiting = [[written("a"), written("b")], [written("c")], [written("d")]];
  let wakes = 0;
  void keep(ENDPOINT, { onReceived: () => (wakes += 1) });
  await clock.advance(5_000);
  expect(asked).toEqual([...Array(4).fill("poll"), `subscribe ${ENDPOINT.url} s3cret`]);
  expect((await store.inbox.size()).pending).toBe(4);
  expect(wakes).toBe(3);
});

test("a MAX that answers no poll does not keep the webhook from being subscribed", async () => {
  const updates: MaxClient["updates"] = () => Promise.reject(passing());
  void keep(ENDPOINT, { client: { ...client, updates } });
  await clock.advance(30_000);
  expect(urls()).toEqual([ENDPOINT.url]);
});

test("however much is written while MAX is told, a poll or the webhook gets it", async () => {
  const queue: unknown[] = [];
  let delivered = 0;
  let arrive = () => undefined as void;
  const updates: MaxClient["updates"] = async ({ timeoutSeconds }) => {
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    if (queue.length === 0) await Promise.race([clock.sleep(timeoutSeconds * 1_000), arrival]);
    return { updates: subscribed.length === 0 ? queue.splice(0) : [], marker: undefined };
  };
  void keep(ENDPOINT, { client: { ...client, updates } });
  for (let count = 0; count < 50; count += 1) {
    if (subscribed.length > 0) delivered += 1;
    else queue.push(written(`m${count}`));
    arrive();
    await clock.advance(100);
  }
  expect(queue).toEqual([]);
  expect(delivered).toBeGreaterThan(0);
  expect((await store.inbox.size()).pending).toBe(50 - delivered);
});

test("with a webhook in place nothing is polled: MAX gives nothing to polls then", async () => {
  subscribed = [{ url: ENDPOINT.url, updateTypes: undefined }];
  void keep();
  await clock.advance(5_000);
  expect(asked).toEqual([`subscribe ${ENDPOINT.url} s3cret`]);
});

test("polling removes the webhook of before at once where nobody listens at it", async () => {
  void keep();
  await clock.advance(5_000);
  ending.abort();
  ending = new AbortController();
  void keepUnsubscribed(undefined, options({ signal: ending.signal }));
  await clock.advance(0);
  expect(urls()).toEqual([]);
});

test("polling waits for the repeats of failed deliveries where this process still takes them", async () => {
  subscribed = [{ url: ENDPOINT.url, updateTypes: undefined }];
  void keepUnsubscribed(ENDPOINT, options());
  await clock.advance(60_000);
  expect(urls()).toEqual([ENDPOINT.url]);
  await clock.advance(10_000);
  expect(urls()).toEqual([]);
});

test("polling leaves another's webhook, says so once, and lives with a MAX that has no list", async () => {
  subscribed = [{ url: "https://elsewhere.example/hook", updateTypes: undefined }];
  failures = { subscriptions: [new MaxFailure("404", { reason: "not-found" })] };
  void keepUnsubscribed(undefined, options());
  await clock.advance(600_000);
  expect(urls()).toEqual(["https://elsewhere.example/hook"]);
  expect(log.lines.filter((line) => line.startsWith("warn"))).toHaveLength(1);
});
