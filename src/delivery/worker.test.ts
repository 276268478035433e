import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import type { Inbox } from "../store/inbox/inbox.ts";
import type { Handle, AttemptObserver } from "./attempt.ts";
import type { Postponing } from "../runtime/retry.ts";
import { createManualClock, type ManualClock } from "../../test/support/manual-clock.ts";
import { createRecordingLog, type RecordingLog } from "../../test/support/logs.ts";
import { createWorker, type Worker, type WorkerOptions } from "./worker.ts";

let folder = "";
let store: Store;
let clock: ManualClock;
let log: RecordingLog;
let handled: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "worker-"));
  clock = createManualClock();
  store = await openDatabase(`file:${folder}/bot.db`, clock.now);
  log = createRecordingLog();
  handled = [];
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** Updates by name: "a1" is the first one of the chat a. */
async function receive(...names: readonly string[]): Promise<void> {
  const updates = names.map((name) => ({
    key: name,
    lane: name.slice(0, 1),
    payload: JSON.stringify(name),
    receivedAt: clock.now(),
  }));
  await store.inbox.receive(updates);
}

function start(handle: (name: string, signal: AbortSignal) => Promise<void>, options = {}): Worker {
  const recording: Handle = async (payload, signal) => {
    await handle(String(payload), signal);
    handled.push(String(payload));
  };
  const all: WorkerOptions = {
    inbox: store.inbox,
    handle: recording,
    log,
    ...clock,
    random: () => 1,
  };
  const worker = createWorker({ ...all, ...options });
  worker.start();
  return worker;
}

async function pendingKeys(): Promise<string[]> {
  // Whatever waits for another attempt is due by then.
  const later = await openDatabase(`file:${folder}/bot.db`, () => clock.now() + 1e9);
  const page = await later.inbox.pending({ exceptLanes: [], limit: 100 });
  await later.close();
  return page.updates.map(({ key }) => key);
}

/** A door that is shut until it is opened. */
function createDoor() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const succeed = async () => undefined;

test("what was pending before the start is handled first, and new updates when woken", async () => {
  await receive("a1", "b1");
  const worker = start(succeed);
  await clock.advance(0);
  expect(handled).toEqual(["a1", "b1"]);
  await receive("c1");
  worker.wake();
  await clock.advance(0);
  expect(handled).toEqual(["a1", "b1", "c1"]);
  expect(await pendingKeys()).toEqual([]);
  await worker.stop();
});

test("one chat is answered in order while a slow one waits", async () => {
  await receive("a1", "a2", "b1", "b2", "b3");
  const door = createDoor();
  const worker = start((name) => (name === "a1" ? door.opened : succeed()));
  await clock.advance(1_000);
  expect(handled).toEqual(["b1", "b2", "b3"]);
  door.open();
  await clock.advance(0);
  expect(handled).toEqual(["b1", "b2", "b3", "a1", "a2"]);
  await worker.stop();
});

test("a process that has just begun handles one chat at a time, and more as soon as some are done", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `${String.fromCodePoint(97 + index)}1`);
  await receive(...names);
  let inside = 0;
  const beside: number[] = [];
  const worker = start(async () => {
    inside += 1;
    beside.push(inside);
    await clock.sleep(10);
    inside -= 1;
  });
  await clock.advance(900);
  expect(beside.slice(0, 4)).toEqual([1, 1, 1, 1]);
  expect(Math.max(...beside)).toBeGreaterThan(3);
  expect(handled).toHaveLength(20);
  await worker.stop();
});

test("one more chat is handled every second, even when those before it hang", async () => {
  await receive("a1", "b1", "c1", "d1");
  let begun = 0;
  const worker = start(async () => {
    begun += 1;
    await new Promise(() => undefined);
  });
  await clock.advance(999);
  expect(begun).toBe(1);
  await clock.advance(2_001);
  expect(begun).toBe(4);
  const stopped = worker.stop();
  await clock.advance(10_000);
  await stopped;
});

test("no more chats than allowed are handled at a time, and none twice at once", async () => {
  const names = Array.from("abcdefghijklmnopqrstuvwxyz", (lane) => [`${lane}1`, `${lane}2`]).flat();
  await receive(...names);
  const inside = new Set<string>();
  let most = 0;
  const worker = start(
    async (name) => {
      const lane = name.slice(0, 1);
      expect(inside.has(lane)).toBe(false);
      inside.add(lane);
      most = Math.max(most, inside.size);
      await clock.sleep(100);
      inside.delete(lane);
    },
    { maxParallelLanes: 3 },
  );
  await clock.advance(10_000);
  expect(most).toBe(3);
  expect(handled.toSorted()).toEqual(names.toSorted());
  await worker.stop();
});

test("a backlog of thousands is worked off without being held in memory", async () => {
  const names = Array.from({ length: 3_000 }, (_, index) => `${String.fromCodePoint(97 + (index % 20))}${index}`);
  await receive(...names);
  let largestPage = 0;
  const inbox: Inbox = {
    ...store.inbox,
    pending: async (query) => {
      const page = await store.inbox.pending(query);
      largestPage = Math.max(largestPage, page.updates.length);
      return page;
    },
  };
  const worker = start(succeed, { inbox });
  for (let turn = 0; turn < 2_000 && handled.length < names.length; turn += 1) await clock.advance(1);
  expect(handled).toHaveLength(3_000);
  expect(largestPage).toBeLessThanOrEqual(64);
  const ofOne = handled.filter((name) => name.startsWith("c"));
  expect(ofOne).toEqual(names.filter((name) => name.startsWith("c")));
  await worker.stop();
});

test("a failing update is tried again later and holds back only its own chat", async () => {
  await receive("a1", "a2", "b1");
  let failures = 2;
  const worker = start(async (name) => {
    if (name === "a1" && failures-- > 0) throw new OutsideError("MAX is away", { isRetryable: true });
  });
  await clock.advance(1_999);
  expect(handled).toEqual(["b1"]);
  await clock.advance(10_001);
  expect(handled).toEqual(["b1", "a1", "a2"]);
  await worker.stop();
});

test("after the last attempt an update is given up with its error, and the chat goes on", async () => {
  await receive("a1", "a2");
  let attempts = 0;
  const worker = start(async (name) => {
    if (name !== "a1") return;
    attempts += 1;
    throw new Error("boom");
  });
  await clock.advance(60_000);
  expect(attempts).toBe(5);
  expect(handled).toEqual(["a2"]);
  expect(log.lines.filter((line) => /^error An update is given up .*Error: boom/su.test(line))).toHaveLength(1);
  await worker.stop();
});

test("whoever observes hears how attempts end, and of each update once that it is settled", async () => {
  await receive("a1", "b1");
  const heard: string[] = [];
  const observer: AttemptObserver = {
    settled: ({ key }, outcome) => heard.push(`${key} ${outcome}`),
    postponed: ({ key }) => heard.push(`${key} postponed`),
  };
  const options = { observer, maxAttempts: 2 };
  const worker = start(async (name) => {
    if (name === "b1") throw new Error("boom");
  }, options);
  await clock.advance(60_000);
  expect(heard.toSorted()).toEqual(["a1 done", "b1 aside", "b1 postponed"]);
  await worker.stop();
});

test("what MAX refuses for good is given up after the last attempt, and stops nobody else", async () => {
  await receive("a1", "a2", "b1", "b2");
  let attempts = 0;
  const worker = start(async (name) => {
    if (name !== "a1") return;
    attempts += 1;
    throw new OutsideError("The user stopped the bot", { isRetryable: false });
  });
  await clock.advance(0);
  expect(handled).toEqual(["b1", "b2"]);
  await clock.advance(15_000);
  expect(attempts).toBe(5);
  expect(handled).toEqual(["b1", "b2", "a2"]);
  await worker.stop();
});

/** A failure that asks for a pause, as those of MAX do. */
class AskingFailure extends OutsideError implements Postponing {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super("MAX asks for a pause", { isRetryable: true });
    this.retryAfterMs = retryAfterMs;
  }
}

test.each([
  { why: "two minutes", asked: 120_000, waited: 120_000 },
  { why: "a day, of which an hour is heeded", asked: 86_400_000, waited: 3_600_000 },
  { why: "less than the back-off", asked: 1, waited: 2_000 },
])("the next attempt waits as long as the failure asks: $why", async ({ asked, waited }) => {
  await receive("a1");
  const calls: number[] = [];
  const startedAt = clock.now();
  const worker = start(async () => {
    calls.push(clock.now() - startedAt);
    if (calls.length === 1) throw new AskingFailure(asked);
  });
  await clock.advance(waited);
  expect(calls).toEqual([0, waited]);
  await worker.stop();
});

test("an outage of the night loses no question, and all are answered as soon as MAX is back", async () => {
  const names = Array.from("abcdefghijklmnopqrstuvwxyz", (lane) => [`${lane}1`, `${lane}2`]).flat();
  await receive(...names);
  let isAway = true;
  const worker = start(async () => {
    if (isAway) throw new OutsideError("no connection", { isRetryable: true });
  });
  await clock.advance(10 * 3_600_000);
  expect(handled).toEqual([]);
  isAway = false;
  await clock.advance(60_000);
  expect(handled.toSorted()).toEqual(names.toSorted());
  for (const lane of "abcdefghijklmnopqrstuvwxyz")
    expect(handled.filter((name) => name.startsWith(lane))).toEqual([`${lane}1`, `${lane}2`]);
  await worker.stop();
});

test("while MAX is away one chat at a time tries, at most once a minute, and each in its turn", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `${String.fromCodePoint(97 + index)}1`);
  let inside = 0;
  let most = 0;
  const tried: string[] = [];
  const worker = start(
    async (name) => {
      inside += 1;
      if (clock.now() > startedAt + 60_000) most = Math.max(most, inside);
      tried.push(name);
      await clock.sleep(1_000);
      inside -= 1;
      throw new OutsideError("no connection", { isRetryable: true });
    },
    { maxParallelLanes: 20 },
  );
  // Long enough for all of them side by side.
  await clock.advance(20_000);
  const startedAt = clock.now();
  await receive(...names);
  worker.wake();
  await clock.advance(1_000);
  // After the second failure nobody comes in for those that failed.
  const wave = 20;
  expect(tried).toHaveLength(wave);
  await clock.advance(3_600_000);
  expect(most).toBe(1);
  expect(tried.length).toBeGreaterThan(60);
  expect(tried.length).toBeLessThan(wave + 70);
  expect(new Set(tried.slice(wave, wave + 20)).size).toBe(20);
  await worker.stop();
});

test("the trouble of one chat alone holds up no other", async () => {
  await receive("a1");
  const worker = start(async (name) => {
    if (name === "a1") throw new OutsideError("500 for this message", { isRetryable: true });
  });
  await clock.advance(600_000);
  await receive("b1", "c1");
  worker.wake();
  await clock.advance(0);
  expect(handled).toEqual(["b1", "c1"]);
  await worker.stop();
});

test("a chat that has to wait before it tries again does so even when MAX is back", async () => {
  await receive("a1", "b1");
  let failures = 3;
  const worker = start(async (name) => {
    if (failures-- > 0) throw new AskingFailure(name === "a1" ? 30_000 : 0);
  });
  await clock.advance(29_999);
  expect(handled).toEqual(["b1"]);
  await clock.advance(1);
  expect(handled).toEqual(["b1", "a1"]);
  await worker.stop();
});

test("an update that could not be answered for a day is given up", async () => {
  await receive("a1");
  const worker = start(async () => {
    throw new OutsideError("no connection", { isRetryable: true });
  });
  await clock.advance(24 * 3_600_000 - 60_000);
  expect(await pendingKeys()).toEqual(["a1"]);
  await clock.advance(120_000);
  expect(await pendingKeys()).toEqual([]);
  expect(log.lines.filter((line) => line.startsWith("error An update is given up"))).toHaveLength(1);
  await worker.stop();
});

test("bugs count as attempts of their own update during an outage, and end none", async () => {
  await receive("a1", "b1", "c1");
  let tries = 0;
  const worker = start(async (name) => {
    if (name === "a1") {
      tries += 1;
      throw new Error("boom");
    }
    throw new OutsideError("no connection", { isRetryable: true });
  });
  await clock.advance(1_800_000);
  expect(tries).toBe(5);
  expect(await pendingKeys()).toEqual(["b1", "c1"]);
  await worker.stop();
});

test("while only the operator can help, an update is never given up", async () => {
  await receive("a1");
  let isMended = false;
  const worker = start(async () => {
    if (!isMended) throw new UsageError("the token is refused");
  });
  await clock.advance(3_600_000);
  expect(await pendingKeys()).toEqual(["a1"]);
  isMended = true;
  await clock.advance(60_000);
  expect(handled).toEqual(["a1"]);
  await worker.stop();
});

test("a handler that never ends is given up, told so, and its update is tried again", async () => {
  await receive("a1", "a2");
  const signals: AbortSignal[] = [];
  const worker = start(async (name, signal) => {
    if (name !== "a1") return;
    signals.push(signal);
    if (signals.length === 1) await new Promise(() => undefined);
  });
  await clock.advance(60_000);
  expect(signals[0]?.aborted).toBe(true);
  expect(signals).toHaveLength(1);
  await clock.advance(21_000);
  expect(handled).toEqual(["a1", "a2"]);
  expect(log.lines.join("\n")).toContain("longer than 60000 ms");
  await worker.stop();
});

test("a handler that always hangs is given up for good, and its chat goes on", async () => {
  await receive("a1", "a2");
  const worker = start(async (name) => {
    if (name === "a1") await new Promise(() => undefined);
  });
  await clock.advance(600_000);
  expect(handled).toEqual(["a2"]);
  await worker.stop();
});

test("a handler that was still waiting for MAX at its deadline is done when it succeeds after all", async () => {
  await receive("a1");
  let runs = 0;
  const worker = start(async () => {
    runs += 1;
    await clock.sleep(70_000);
  });
  await clock.advance(600_000);
  expect(runs).toBe(1);
  expect(await pendingKeys()).toEqual([]);
  await worker.stop();
});

test("a handler that ends because of its deadline was held up from outside: that counts as no attempt", async () => {
  await receive("a1");
  const worker = start(
    (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  );
  await clock.advance(3_600_000);
  const page = await store.inbox.pending({ exceptLanes: [], limit: 1 });
  expect(page.updates).toMatchObject([{ key: "a1", attempts: 0 }]);
  await worker.stop();
});

test("a payload that is no JSON is given up like any other failure", async () => {
  await store.inbox.receive([{ key: "a1", lane: "a", payload: "{", receivedAt: 1 }]);
  await receive("a2");
  const worker = start(succeed);
  await clock.advance(60_000);
  expect(handled).toEqual(["a2"]);
  await worker.stop();
});

test("stop waits for what is in flight and leaves the rest in the inbox", async () => {
  await receive("a1", "a2", "b1");
  const door = createDoor();
  const worker = start(() => door.opened, { maxParallelLanes: 1 });
  await clock.advance(0);
  const stopped = worker.stop();
  door.open();
  await stopped;
  expect(handled).toEqual(["a1"]);
  expect(await pendingKeys()).toEqual(["a2", "b1"]);
});

test("stop does not wait for ever, and what was cut short is handled by the next process", async () => {
  await receive("a1");
  const worker = start(() => new Promise(() => undefined));
  await clock.advance(0);
  const stopped = worker.stop();
  await clock.advance(10_000);
  await stopped;
  await clock.advance(120_000);
  const page = await store.inbox.pending({ exceptLanes: [], limit: 1 });
  expect(page.updates).toMatchObject([{ key: "a1", attempts: 0 }]);
  const next = start(succeed);
  await clock.advance(0);
  expect(handled).toEqual(["a1"]);
  await next.stop();
});

test("an inbox that fails for a while delays updates but loses and repeats none", async () => {
  await receive("a1", "a2", "b1");
  let failures = 4;
  const failing = async <T>(run: () => Promise<T>): Promise<T> => {
    if (failures-- > 0) throw new OutsideError("database or disk is full", { isRetryable: true });
    return run();
  };
  const inbox: Inbox = {
    ...store.inbox,
    pending: (query) => failing(() => store.inbox.pending(query)),
    done: (id) => failing(() => store.inbox.done(id)),
  };
  const worker = start(succeed, { inbox });
  await clock.advance(60_000);
  expect(handled.toSorted()).toEqual(["a1", "a2", "b1"]);
  expect(await pendingKeys()).toEqual([]);
  await worker.stop();
});

test("a note that cannot be written makes the chat wait instead of answering twice", async () => {
  await receive("a1", "a2");
  let failures = 3;
  const inbox: Inbox = {
    ...store.inbox,
    done: async (id) => {
      if (failures-- > 0) throw new OutsideError("database or disk is full", { isRetryable: true });
      await store.inbox.done(id);
    },
  };
  const worker = start(succeed, { inbox });
  await clock.advance(0);
  expect(handled).toEqual(["a1"]);
  await clock.advance(60_000);
  expect(handled).toEqual(["a1", "a2"]);
  await worker.stop();
});

test("handled updates are forgotten after two days", async () => {
  await receive("a1");
  const worker = start(succeed);
  await clock.advance(47 * 3_600_000);
  await receive("a1");
  worker.wake();
  await clock.advance(0);
  expect(handled).toEqual(["a1"]);
  await clock.advance(3 * 3_600_000);
  await receive("a1");
  worker.wake();
  await clock.advance(0);
  expect(handled).toEqual(["a1", "a1"]);
  await worker.stop();
});

test("what people wrote is not logged", async () => {
  await receive("a-секрет");
  const worker = start(() => Promise.reject(new Error("boom")));
  await clock.advance(60_000);
  await worker.stop();
  expect(log.lines.join("\n")).not.toContain("секрет");
});
