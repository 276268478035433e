// Handles what is in the inbox: each chat in order, chats side by side, failures again later, nothing forgotten.
import { setMaxListeners } from "node:events";
import type { Inbox, PendingUpdate } from "../store/inbox/inbox.ts";
import { attempt, type Handle, type AttemptObserver, NOBODY } from "./attempt.ts";
import { createClaims } from "./claims.ts";
import { createLanes } from "./lanes.ts";
import { createRamp, RAMP_STEP_MS } from "./ramp.ts";
import { type Log, inUpdate } from "../runtime/log.ts";
import { createOutage } from "./outage.ts";
import { retryUntilAborted } from "../runtime/retry.ts";
import { sleep as realSleep, type Sleep } from "../runtime/sleep.ts";
import { steadyNow } from "../runtime/steady-clock.ts";

export interface WorkerOptions {
  readonly inbox: Pick<
    Inbox,
    "isShared" | "pending" | "claim" | "renew" | "release" | "done" | "failed" | "giveUp" | "prune"
  >;
  readonly handle: Handle;
  readonly log: Log;
  readonly observer?: AttemptObserver;
  readonly now?: () => number;
  readonly sleep?: Sleep;
  readonly random?: () => number;
  readonly maxParallelLanes?: number;
  readonly maxAttempts?: number;
  readonly handlerTimeoutMs?: number;
  /** How long `stop` waits for what is in flight. */
  readonly stopTimeoutMs?: number;
}

export interface Worker {
  /** Begins with what is pending from before. */
  start(): void;
  /** Says that there is something new in the inbox. */
  wake(): void;
  /** Throws OutsideError where another process may handle by now what this one has begun: for the moment before a call to MAX. */
  checkClaims(): void;
  /** Takes nothing new, waits for what is in flight, leaves the rest in the inbox. */
  stop(): Promise<void>;
}

/**
 * Most handlers wait, for their turn at MAX or for its answer. What is not begun stays in the database, where a tap goes
 * before a question.
 */
const PARALLEL_LANES = 64;
/** Looking for work costs as much as the chats that wait, so some lanes get free before it is looked for again. */
const ROOM_TO_LOOK = 0.25;
/** And when they do not, because what runs is slow, it is looked for all the same. */
const LOOK_MS = 10;
const IDLE_MS = 600_000;
/** What another process received, or had claimed when it died, is announced by nobody. */
const IDLE_SHARED_MS = 1_000;
const PRUNE_INTERVAL_MS = 3_600_000;
/** MAX repeats a delivery for hours at most; until then the key must be known. */
const KEEP_KEYS_MS = 48 * 3_600_000;
const BACKOFF = { baseMs: 500, maxMs: 30_000 };

export function createWorker(options: WorkerOptions): Worker {
  const { inbox, log, now = steadyNow, sleep = realSleep, random = Math.random } = options;
  /** Aborted by `stop`: nothing new is begun. */
  const stopping = new AbortController();
  /** Aborted when `stop` is over: nothing is written any more. */
  const abandoned = new AbortController();
  // Every lane listens; Node would take more than ten for a leak.
  setMaxListeners(0, abandoned.signal);
  const defaults = {
    now,
    sleep,
    random,
    maxAttempts: 5,
    handlerTimeoutMs: 60_000,
    observer: NOBODY,
  };
  const pause = createPause(sleep);
  const outage = createOutage({ now, random, log });
  const claims = createClaims({ inbox, log, now, sleep });
  const work = (update: PendingUpdate) =>
    inUpdate(update.key, () =>
      attempt(update, {
        ...defaults,
        ...options,
        outage,
        recall: claims.signal(),
        abandoned: abandoned.signal,
      }),
    );
  const ramp = createRamp(options.maxParallelLanes ?? PARALLEL_LANES, now);
  const lanes = createLanes(() => ramp.limit(), work, onFree);
  const idleMs = inbox.isShared ? IDLE_SHARED_MS : IDLE_MS;
  /** Something may be waiting that could not be begun. */
  let isBehind = false;
  let isLookingSoon = false;
  let prunedAt = Number.NEGATIVE_INFINITY;
  let loop: Promise<void> | undefined;
  let claiming: Promise<void> | undefined;

  function onFree(): void {
    ramp.count();
    if (!isBehind || lanes.room() >= ramp.limit() * ROOM_TO_LOOK) pause.end();
    else if (!isLookingSoon) void lookSoon();
  }

  async function lookSoon(): Promise<void> {
    isLookingSoon = true;
    await sleep(LOOK_MS, stopping.signal);
    isLookingSoon = false;
    pause.end();
  }

  /** Begins what can be begun; how long to wait for the next thing to do. */
  async function pass(): Promise<number> {
    if (now() - prunedAt >= PRUNE_INTERVAL_MS) {
      await inbox.prune(now() - KEEP_KEYS_MS);
      prunedAt = now();
    }
    const room = lanes.room();
    if (room === 0) return Math.min(idleMs, RAMP_STEP_MS);
    const exceptLanes = [...lanes.busy().map(({ lane }) => lane), ...outage.waiting()];
    const page = await inbox.pending({ exceptLanes, limit: room });
    isBehind = page.updates.length === room;
    await begin(outage.choose(page.updates, lanes.busy().length));
    const moreInMs = isBehind ? RAMP_STEP_MS : Infinity;
    const dueInMs = Math.min(page.nextDueInMs ?? Infinity, outage.nextAt() - now(), moreInMs);
    return Math.max(0, Math.min(idleMs, dueInMs));
  }

  async function begin(updates: readonly PendingUpdate[]): Promise<void> {
    if (updates.length === 0 || claims.signal().aborted) return;
    const claimed = new Map((await inbox.claim(updates.map(({ id }) => id))).map((one) => [one.id, one]));
    for (const { id, isRepeat } of claimed.values())
      if (isRepeat) log.warn({ id }, "An update is begun again that a process did not finish");
    if (!stopping.signal.aborted) lanes.begin(updates.filter(({ id }) => claimed.has(id)));
  }

  async function run(): Promise<void> {
    const trouble = "The inbox cannot be read";
    const patience = { trouble, backoff: BACKOFF, log, signal: stopping.signal, sleep, random };
    while (!stopping.signal.aborted) {
      pause.prepare();
      const waitMs = await retryUntilAborted(pass, patience);
      if (waitMs !== undefined) await pause.wait(waitMs);
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    pause.end();
    const finished = new AbortController();
    const finish = Promise.all([loop, lanes.finish()]).finally(() => finished.abort());
    await Promise.race([finish, sleep(options.stopTimeoutMs ?? 10_000, finished.signal)]);
    const unsettled = lanes.busy().map(({ id }) => id);
    if (unsettled.length > 0)
      log.warn({ count: unsettled.length }, "Stopped while updates were being handled; they will be handled again");
    abandoned.abort();
    await claiming;
    // What cannot be released expires.
    await inbox.release(unsettled).catch(() => undefined);
  }

  return {
    start: () => {
      ramp.start();
      loop ??= run();
      if (inbox.isShared) claiming ??= claims.keep(abandoned.signal);
    },
    wake: () => pause.end(),
    checkClaims: () => claims.check(),
    stop,
  };
}

/** A wait that ends early when there is something to do, even when that came before the wait began. */
function createPause(sleep: Sleep) {
  let controller = new AbortController();
  return {
    /** From here on `end` counts. */
    prepare: () => {
      controller = new AbortController();
    },
    wait: async (ms: number) => {
      if (!controller.signal.aborted) await sleep(ms, controller.signal);
    },
    end: () => controller.abort(),
  };
}
