import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createManualClock, type ManualClock } from "../../test/support/manual-clock.ts";
import { createRecordingLog } from "../../test/support/logs.ts";
import { createWorker } from "../delivery/worker.ts";
import { OutsideError } from "../runtime/errors.ts";
import { openDatabase } from "../store/database.ts";
import { MaxFailure } from "./failure.ts";
import { createRequest, type Request } from "./request.ts";

let clock: ManualClock;
let request: Request;
/** When each call was made, in milliseconds since the start. */
let calls: { readonly name: string; readonly at: number }[] = [];

beforeEach(() => {
  clock = createManualClock(0);
  request = createRequest({ log: createRecordingLog(), ...clock, random: () => 1 });
  calls = [];
});

const sent = async () => undefined;

function tooMany(retryAfterMs?: number) {
  return () => Promise.reject(new MaxFailure("429", { reason: "rate-limited", retryAfterMs }));
}

/** Sends something to a chat; what became of it is in the result. */
function send(name: string, run: () => Promise<unknown> = sent, signal?: AbortSignal) {
  const result: { error?: unknown; isSent?: boolean } = {};
  const call = () => {
    calls.push({ name, at: clock.now() });
    return run();
  };
  request(call, { chat: name, priority: "question", signal }).then(
    () => (result.isSent = true),
    (error: unknown) => (result.error = error),
  );
  return result;
}

test("when MAX asks one chat to wait, all wait", async () => {
  let failures = 1;
  send("a", () => (failures-- > 0 ? tooMany(5_000)() : sent()));
  await clock.advance(0);
  send("b");
  send("c");
  await clock.advance(4_999);
  expect(calls.map(({ name }) => name)).toEqual(["a"]);
  await clock.advance(1);
  const later = calls.slice(1).map(({ name, at }) => `${name} ${at}`);
  expect(later.toSorted()).toEqual(["a 5000", "b 5000", "c 5000"]);
});

test("a call to a chat is not begun once the right to it has gone while it queued", async () => {
  let isOurs = true;
  const checkRight = () => {
    if (!isOurs) throw new OutsideError("the claims have lapsed", { isRetryable: true });
  };
  request = createRequest({ log: createRecordingLog(), ...clock, random: () => 1, checkRight });
  send("a");
  send("a");
  const third = send("a");
  await clock.advance(500);
  isOurs = false;
  await clock.advance(5_000);
  expect(calls).toHaveLength(2);
  expect(String(third.error)).toContain("the claims have lapsed");
  isOurs = true;
  const next = send("a");
  await clock.advance(0);
  expect(next.isSent).toBe(true);
});

test("who was queueing already when MAX asked to wait, waits as well", async () => {
  send("a");
  send("a", async () => {
    await clock.sleep(500);
    await tooMany(5_000)();
  });
  send("a");
  await clock.advance(4_000);
  expect(calls).toHaveLength(2);
  await clock.advance(5_000);
  expect(calls.length).toBeGreaterThan(2);
  expect(calls[2]?.at).toBeGreaterThanOrEqual(5_500);
});

test("a pause longer than a call may take is told at once, with what is left of it", async () => {
  const first = send("a", tooMany(120_000));
  await clock.advance(20_000);
  const second = send("b");
  await clock.advance(0);
  expect(first.error).toMatchObject({ reason: "rate-limited", retryAfterMs: 120_000 });
  expect(second.error).toMatchObject({ reason: "rate-limited", retryAfterMs: 100_000 });
  expect(second.error).toBeInstanceOf(MaxFailure);
  expect(calls).toHaveLength(1);
  await clock.advance(100_000);
  expect(send("b")).toBeDefined();
  await clock.advance(0);
  expect(calls).toHaveLength(2);
});

test("a 429 that asks for nothing holds up nobody else", async () => {
  send("a", tooMany());
  send("b");
  await clock.advance(0);
  expect(calls.map(({ name }) => name)).toEqual(["a", "b"]);
});

test("a pause of centuries is one of an hour", async () => {
  send("a", tooMany(1e13));
  await clock.advance(3_600_000);
  const later = send("b");
  await clock.advance(0);
  expect(later.isSent).toBe(true);
});

test.each([
  { why: "before it asks", prepare: () => undefined },
  { why: "while it queues", prepare: () => [send("x"), send("x")] },
  { why: "while MAX asks to wait", prepare: () => send("y", tooMany(5_000)) },
])("who is no longer wanted makes no call: $why", async ({ why, prepare }) => {
  const abort = new AbortController();
  if (why === "before it asks") abort.abort(new Error("given up"));
  prepare();
  await clock.advance(0);
  const before = calls.length;
  const result = send("x", sent, abort.signal);
  await clock.advance(0);
  abort.abort(new Error("given up"));
  await clock.advance(60_000);
  expect(result.error).toMatchObject({ message: "given up" });
  expect(calls.slice(before).filter(({ name }) => name === "x")).toEqual([]);
});

test("a run that was given up sends nothing more, and the next one sends once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "request-"));
  const store = await openDatabase(`file:${folder}/bot.db`, clock.now);
  await store.inbox.receive([{ key: "k", lane: "a", payload: "1", receivedAt: clock.now() }]);
  let runs = 0;
  const worker = createWorker({
    inbox: store.inbox,
    log: createRecordingLog(),
    ...clock,
    handle: async (_, signal) => {
      runs += 1;
      // The first run is held up and does not heed its signal; its own sends must.
      if (runs === 1) await clock.sleep(200_000);
      const call = async () => void calls.push({ name: `run ${runs}`, at: clock.now() });
      await request(call, { chat: "a", priority: "question", signal });
    },
  });
  worker.start();
  await clock.advance(600_000);
  expect(runs).toBe(2);
  expect(calls).toEqual([{ name: "run 2", at: 81_000 }]);
  await worker.stop();
  await store.close();
  await rm(folder, { recursive: true });
});

test("after a send that got no answer the worker waits before it sends again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "request-"));
  const store = await openDatabase(`file:${folder}/bot.db`, clock.now);
  await store.inbox.receive([{ key: "k", lane: "a", payload: "1", receivedAt: clock.now() }]);
  const unanswered = new MaxFailure("no answer", { reason: "timeout", retryAfterMs: 30_000 });
  const run = async () => {
    calls.push({ name: "a", at: clock.now() });
    if (calls.length === 1) throw unanswered;
  };
  const worker = createWorker({
    inbox: store.inbox,
    log: createRecordingLog(),
    ...clock,
    handle: (_, signal) => request(run, { chat: "a", priority: "question", signal }),
  });
  worker.start();
  await clock.advance(600_000);
  expect(calls.map(({ at }) => at)).toEqual([0, 30_000]);
  await worker.stop();
  await store.close();
  await rm(folder, { recursive: true });
});
