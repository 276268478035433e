// How often MAX is polled, through the client and the loop, with a clock that moves only while somebody waits.
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../../test/support/logs.ts";
import { type Answer, cut, type FakeMax, html, json, startFakeMax } from "../../test/support/max/fake-max.ts";
import type { Inbox } from "../store/inbox/inbox.ts";
import { createMaxClient, type MaxClient } from "./client.ts";
import { runPolling } from "./polling.ts";

const INBOX: Pick<Inbox, "marker" | "receive"> = {
  marker: async () => undefined,
  receive: async (updates) => updates.length,
};
/** How long MAX takes to answer, now and then longer. */
const answerMs = (n: number) => (n % 3 === 0 ? 300 : 7);

let max: FakeMax;
let time = 0;
/** When MAX answered each poll. */
let polledAt: number[] = [];

beforeEach(async () => {
  max = await startFakeMax();
  time = 1_000_000;
  polledAt = [];
});
afterEach(() => max[Symbol.asyncDispose]());

const sleep = async (ms: number, signal?: AbortSignal) => {
  if (signal?.aborted !== true) time += ms;
};
const clock = { now: () => time, sleep, random: () => 0 };

function connect(): MaxClient {
  return createMaxClient({ token: "token", apiUrl: max.url, log: silentLog, ...clock });
}

/** Polls until MAX was asked so often. */
async function pollUntil(count: number, client = connect()): Promise<void> {
  const abort = new AbortController();
  const endWhenDone = () => {
    if (polledAt.length >= count) abort.abort();
  };
  const updates: MaxClient["updates"] = (request) => client.updates(request).finally(endWhenDone);
  await runPolling({
    client: { updates },
    inbox: INBOX,
    bot: { userId: 7, username: undefined },
    onReceived: () => undefined,
    log: silentLog,
    signal: abort.signal,
    ...clock,
  });
}

function timed(answer: Answer, answerMs = 7): Answer {
  return (response) => {
    time += answerMs;
    polledAt.push(time);
    answer(response);
  };
}

/** The shortest time in which MAX answered three polls. */
function shortestOfThreeMs(): number {
  return Math.min(...polledAt.slice(2).map((at, index) => at - (polledAt[index] ?? -Infinity)));
}

const written = (mid: string) => ({
  update_type: "message_created",
  message: {
    sender: { user_id: 1 },
    recipient: { chat_id: 1, chat_type: "dialog" },
    body: { mid, text: "Тест" },
  },
});
const full = json({ updates: Array.from({ length: 100 }, (_, n) => written(`m${n}`)), marker: 5 });
const empty = json({ updates: [], marker: 5 });

test.each<{ why: string; answers: readonly Answer[] }>([
  { why: "nothing, at once", answers: [empty] },
  { why: "full pages", answers: [full] },
  { why: "errors", answers: [html(503)] },
  { why: "errors and successes in turn", answers: [empty, html(503), empty, cut, full, html(502)] },
  { why: "a pause of no length", answers: [json({}, 429, { "retry-after": "0" })] },
])("MAX is never polled more than twice in a second when it answers $why", async ({ answers }) => {
  max.answer(...Array.from({ length: 24 }, (_, n) => timed(answers[n % answers.length] ?? empty, answerMs(n))));
  await pollUntil(12);
  expect(polledAt.length).toBeGreaterThanOrEqual(12);
  expect(shortestOfThreeMs()).toBeGreaterThanOrEqual(1_000);
});

test("nor when the polling ends and begins again", async () => {
  max.answer(timed(empty));
  const client = connect();
  for (const count of [1, 2, 3, 4, 5]) await pollUntil(count, client);
  expect(shortestOfThreeMs()).toBeGreaterThanOrEqual(1_000);
});

test("what comes while a poll is held open is followed by the next poll at once", async () => {
  max.answer(timed(empty, 30_000), timed(full, 30_000), timed(empty, 0), timed(empty));
  await pollUntil(4);
  const [, second = 0, third] = polledAt;
  expect(third).toBe(second);
});
