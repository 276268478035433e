import { expect, test } from "vitest";
import { createManualClock, type ManualClock } from "../../test/support/manual-clock.ts";
import { createLimiter, type Limiter, type Priority } from "./limiter.ts";

interface Call {
  readonly name: string;
  readonly at: number;
}

function setUp() {
  const clock: ManualClock = createManualClock(0);
  const limiter: Limiter = createLimiter(clock);
  const calls: Call[] = [];
  const call = async (name: string, chat: string | undefined, priority: Priority = "question") => {
    const release = await limiter.acquire(chat, priority);
    calls.push({ name, at: clock.now() });
    release();
  };
  return { clock, limiter, calls, call };
}

function mostWithinOneSecond(calls: readonly Call[]): number {
  return Math.max(...calls.map(({ at }) => calls.filter((c) => c.at >= at && c.at < at + 1000).length));
}

test("at most 27 calls go out within any second, which leaves three for the polls", async () => {
  const { clock, calls, call } = setUp();
  for (let index = 0; index < 100; index += 1) void call("x", `chat:${index}`);
  await clock.advance(10_000);
  expect(calls).toHaveLength(100);
  expect(mostWithinOneSecond(calls)).toBe(27);
});

test("while a call is under way the next one waits for its end, or for its share of a second", async () => {
  const { clock, limiter } = setUp();
  const admitted: number[] = [];
  const releases: (() => void)[] = [];
  const call = async (chat: string) => {
    releases.push(await limiter.acquire(chat, "question"));
    admitted.push(clock.now());
  };
  for (let index = 0; index < 30; index += 1) void call(`chat:${index}`);
  await clock.advance(30);
  expect(admitted).toEqual([0]);
  releases[0]?.();
  await clock.advance(0);
  expect(admitted).toEqual([0, 30]);
  await clock.advance(1_000 / 27);
  expect(admitted).toHaveLength(3);
  await clock.advance(1_000);
  expect(admitted.length).toBeGreaterThan(26);
});

test("at most 2 calls go to one chat within any second, and others do not wait for it", async () => {
  const { clock, calls, call } = setUp();
  for (let index = 0; index < 7; index += 1) void call("busy", "chat:1");
  void call("other", "chat:2");
  await clock.advance(0);
  expect(calls.map(({ name }) => name)).toEqual(["busy", "busy", "other"]);
  await clock.advance(10_000);
  const busy = calls.filter(({ name }) => name === "busy");
  expect(busy).toHaveLength(7);
  expect(mostWithinOneSecond(busy)).toBe(2);
});

test("taps go before questions, and questions before the rest; equals in order", async () => {
  const { clock, calls, call } = setUp();
  for (let index = 0; index < 27; index += 1) void call("first", undefined);
  await clock.advance(0);
  void call("rest", undefined, "rest");
  void call("question 1", undefined, "question");
  void call("question 2", undefined, "question");
  void call("tap", undefined, "tap");
  await clock.advance(5_000);
  expect(calls.slice(27).map(({ name }) => name)).toEqual(["tap", "question 1", "question 2", "rest"]);
});

test("a call that comes during a wait for another chat goes out at once", async () => {
  const { clock, calls, call } = setUp();
  for (let index = 0; index < 3; index += 1) void call("busy", "chat:1");
  await clock.advance(100);
  void call("late", "chat:2");
  await clock.advance(0);
  expect(calls.at(-1)).toEqual({ name: "late", at: 100 });
});

test("who is no longer wanted leaves the queue", async () => {
  const { clock, limiter, calls, call } = setUp();
  void call("a", "chat:1");
  void call("b", "chat:1");
  await clock.advance(0);
  const abort = new AbortController();
  const left = limiter.acquire("chat:1", "tap", abort.signal);
  void call("c", "chat:1");
  await clock.advance(0);
  abort.abort(new Error("stopped"));
  await expect(left).rejects.toThrow("stopped");
  await clock.advance(1_100);
  expect(calls.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(calls[2]?.at).toBeLessThan(1_100);
});

test("a call counts for a second after it ended, not after it began", async () => {
  const clock = createManualClock(0);
  const limiter = createLimiter(clock);
  const release = await limiter.acquire("chat:1", "question");
  const second = limiter.acquire("chat:1", "question");
  await clock.advance(40);
  (await second)();
  let isThirdAdmitted = false;
  void limiter.acquire("chat:1", "question").then(() => (isThirdAdmitted = true));
  await clock.advance(999);
  expect(isThirdAdmitted).toBe(false);
  await clock.advance(1);
  expect(isThirdAdmitted).toBe(true);
  let isFourthAdmitted = false;
  void limiter.acquire("chat:1", "question").then(() => (isFourthAdmitted = true));
  await clock.advance(10_000);
  expect(isFourthAdmitted).toBe(false);
  release();
  await clock.advance(1_000);
  expect(isFourthAdmitted).toBe(true);
});
