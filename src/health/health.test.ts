import { expect, test } from "vitest";
import { createManualClock } from "../../test/support/manual-clock.ts";
import { createRecordingLog } from "../../test/support/logs.ts";
import { guardWorker } from "./open-watch.ts";
import { createHealth, type HealthOptions } from "./health.ts";

// When the program says of itself that it is alive, and that it may be given work.

const EMPTY = { pending: 0, deadLetters: 0, oldestPendingMs: undefined };

function healthWith(changes: Partial<HealthOptions> = {}) {
  const clock = createManualClock();
  const options = { silenceMs: 120_000, isKnown: () => true, isStopping: () => false };
  const health = createHealth({ ...options, ...clock, isPolling: true, ...changes });
  return { clock, health };
}

test("MAX may be silent for as long as a poll and some more, and a word of it makes all well", async () => {
  const { clock, health } = healthWith();
  await clock.advance(120_000);
  expect(health.live(EMPTY)).toEqual({ max: "ok", worker: "ok", inbox: "ok" });
  await clock.advance(1_000);
  expect(health.live(EMPTY)).toMatchObject({ max: "silent for 121 s" });
  expect(health.isSubscriptionOk()).toBe(false);
  health.maxAnswered();
  expect(health.live(EMPTY)).toMatchObject({ max: "ok" });
});

test("a process that stands by hears nothing of MAX and is alive; elected, it gets its time", async () => {
  const { clock, health } = healthWith();
  health.asking(false);
  await clock.advance(86_400_000);
  expect(health.live(EMPTY)).toMatchObject({ max: "ok" });
  health.asking(true);
  expect(health.live(EMPTY)).toMatchObject({ max: "ok" });
  await clock.advance(121_000);
  expect(health.live(EMPTY)).toMatchObject({ max: "silent for 121 s" });
});

test("a worker with nothing to do is well, one that waits for the inbox for a minute is not", async () => {
  const { clock, health } = healthWith();
  health.looking();
  health.looked();
  await clock.advance(3_600_000);
  expect(health.stuckWorker()).toBeUndefined();
  health.looking();
  await clock.advance(60_000);
  expect(health.stuckWorker()).toBeUndefined();
  await clock.advance(1_000);
  expect(health.live(EMPTY)).toMatchObject({
    worker: "it has been waiting for the inbox for 61 s",
  });
  health.looked();
  expect(health.stuckWorker()).toBeUndefined();
});

test("a worker that was woken has to look for work, when all its lanes are busy a little later", async () => {
  const { clock, health } = healthWith();
  health.woken();
  await clock.advance(100_000);
  health.woken();
  expect(health.stuckWorker()).toBeUndefined();
  await clock.advance(21_000);
  expect(health.stuckWorker()).toBe("it has not looked for work for 121 s");
  health.looking();
  expect(health.stuckWorker()).toBeUndefined();
});

test("a database that is restarted in time is no reason to end the process, but to send it nothing", async () => {
  const { clock, health } = healthWith();
  health.maxAnswered();
  expect(health.live(undefined)).toMatchObject({ inbox: "ok" });
  expect(health.ready(undefined)).toMatchObject({ store: "cannot be written" });
  await clock.advance(100_000);
  expect(health.live(undefined)).toMatchObject({ inbox: "ok" });
  await clock.advance(21_000);
  expect(health.live(undefined)).toMatchObject({ inbox: "not writable for 121 s" });
  expect(health.live(EMPTY)).toMatchObject({ inbox: "ok" });
});

test.each([
  { why: "nobody is known", changes: { isKnown: () => false }, part: "max" },
  { why: "it is stopping", changes: { isStopping: () => true }, part: "process" },
])("while $why it is not ready, and says so", ({ changes, part }) => {
  const { health } = healthWith(changes);
  const wrong = Object.entries(health.ready(EMPTY)).filter(([, state]) => state !== "ok");
  expect(wrong.map(([name]) => name)).toEqual([part]);
});

test("a foreign webhook is in the way of polls only, and only as long as it is there", () => {
  const { health } = healthWith();
  health.othersSubscribed(1);
  expect(health.ready(EMPTY)["subscription"]).not.toBe("ok");
  health.othersSubscribed(0);
  expect(health.ready(EMPTY)["subscription"]).toBe("ok");
  const { health: webhook } = healthWith({ isPolling: false });
  webhook.othersSubscribed(1);
  expect(webhook.ready(EMPTY)["subscription"]).toBe("ok");
});

test("a worker that hangs is logged and counted once, and so is that it goes on", async () => {
  const { clock, health } = healthWith();
  const log = createRecordingLog();
  const stop = new AbortController();
  let hung = 0;
  const count = { hung: () => (hung += 1) };
  const guarding = guardWorker(health, count, { log, ...clock, signal: stop.signal });
  health.looking();
  await clock.advance(600_000);
  expect(hung).toBe(1);
  health.looked();
  await clock.advance(60_000);
  expect(log.lines.map((line) => line.slice(0, 22))).toEqual(["error The worker hangs", "info The worker goes o"]);
  stop.abort();
  await guarding;
});
