import { expect, test } from "vitest";
import { createManualClock } from "../../test/support/delivery/manual-clock.ts";
import { createRecordingLog } from "../../test/support/delivery/recording-log.ts";
import { guardWorker } from "./open-watch.ts";
import { createVitalSigns, type VitalSignsOptions } from "./health.ts";

// When the program says of itself that it is alive, and that it may be given work.

const EMPTY = { pending: 0, deadLetters: 0, oldestPendingMs: undefined };

function signsWith(changes: Partial<VitalSignsOptions> = {}) {
  const clock = createManualClock();
  const options = { silenceMs: 120_000, isKnown: () => true, isStopping: () => false };
  const signs = createVitalSigns({ ...options, ...clock, isPolling: true, ...changes });
  return { clock, signs };
}

test("MAX may be silent for as long as a poll and some more, and a word of it makes all well", async () => {
  const { clock, signs } = signsWith();
  await clock.advance(120_000);
  expect(signs.live(EMPTY)).toEqual({ max: "ok", worker: "ok", inbox: "ok" });
  await clock.advance(1_000);
  expect(signs.live(EMPTY)).toMatchObject({ max: "silent for 121 s" });
  expect(signs.isSubscriptionOk()).toBe(false);
  signs.maxAnswered();
  expect(signs.live(EMPTY)).toMatchObject({ max: "ok" });
});

test("a process that stands by hears nothing of MAX and is alive; elected, it gets its time", async () => {
  const { clock, signs } = signsWith();
  signs.asking(false);
  await clock.advance(86_400_000);
  expect(signs.live(EMPTY)).toMatchObject({ max: "ok" });
  signs.asking(true);
  expect(signs.live(EMPTY)).toMatchObject({ max: "ok" });
  await clock.advance(121_000);
  expect(signs.live(EMPTY)).toMatchObject({ max: "silent for 121 s" });
});

test("a worker with nothing to do is well, one that waits for the inbox for a minute is not", async () => {
  const { clock, signs } = signsWith();
  signs.looking();
  signs.looked(true);
  await clock.advance(3_600_000);
  expect(signs.stuckWorker()).toBeUndefined();
  signs.looking();
  await clock.advance(60_000);
  expect(signs.stuckWorker()).toBeUndefined();
  await clock.advance(1_000);
  expect(signs.live(EMPTY)).toMatchObject({ worker: "it has been waiting for the inbox for 61 s" });
  signs.looked(false);
  expect(signs.stuckWorker()).toBeUndefined();
});

test("a worker that was woken has to look for work, when all its lanes are busy a little later", async () => {
  const { clock, signs } = signsWith();
  signs.woken();
  await clock.advance(100_000);
  signs.woken();
  expect(signs.stuckWorker()).toBeUndefined();
  await clock.advance(21_000);
  expect(signs.stuckWorker()).toBe("it has not looked for work for 121 s");
  signs.looking();
  expect(signs.stuckWorker()).toBeUndefined();
});

test("a database that is restarted in time is no reason to end the process, but to send it nothing", async () => {
  const { clock, signs } = signsWith();
  signs.maxAnswered();
  await clock.advance(100_000);
  expect(signs.live(undefined)).toMatchObject({ inbox: "ok" });
  expect(signs.ready(undefined)).toMatchObject({ store: "does not answer" });
  await clock.advance(21_000);
  expect(signs.live(undefined)).toMatchObject({ inbox: "not readable for 121 s" });
  expect(signs.live(EMPTY)).toMatchObject({ inbox: "ok" });
});

test.each([
  { why: "nobody is known", changes: { isKnown: () => false }, part: "max" },
  { why: "it is stopping", changes: { isStopping: () => true }, part: "process" },
])("while $why it is not ready, and says so", ({ changes, part }) => {
  const { signs } = signsWith(changes);
  const wrong = Object.entries(signs.ready(EMPTY)).filter(([, state]) => state !== "ok");
  expect(wrong.map(([name]) => name)).toEqual([part]);
});

test("a foreign webhook is in the way of polls only, and only as long as it is there", () => {
  const { signs } = signsWith();
  signs.othersSubscribed(1);
  expect(signs.ready(EMPTY)["subscription"]).not.toBe("ok");
  signs.othersSubscribed(0);
  expect(signs.ready(EMPTY)["subscription"]).toBe("ok");
  const { signs: webhook } = signsWith({ isPolling: false });
  webhook.othersSubscribed(1);
  expect(webhook.ready(EMPTY)["subscription"]).toBe("ok");
});

test("a worker that hangs is logged and counted once, and so is that it goes on", async () => {
  const { clock, signs } = signsWith();
  const log = createRecordingLog();
  const stop = new AbortController();
  let hung = 0;
  const count = { hung: () => (hung += 1) };
  const guarding = guardWorker(signs, count, { log, ...clock, signal: stop.signal });
  signs.looking();
  await clock.advance(600_000);
  expect(hung).toBe(1);
  signs.looked(true);
  await clock.advance(60_000);
  expect(log.lines.map((line) => line.slice(0, 22))).toEqual([
    "error The worker hangs",
    "info The worker goes o",
  ]);
  stop.abort();
  await guarding;
});
