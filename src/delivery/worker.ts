// Handles what is in the inbox: each chat in order, chats side by side, failures again later, nothing forgotten.
import { setMaxListeners } from "node:events";
import type { Inbox, PendingUpdate } from "../store/inbox.ts";
import { attempt, type Handle } from "./attempt.ts";
import { createLanes } from "./lanes.ts";
import type { Log } from "./log.ts";
import { createOutage } from "./outage.ts";
import { insist } from "./patience.ts";
import { createPause } from "./pause.ts";
import { sleep as realSleep, type Sleep } from "./sleep.ts";

export interface WorkerOptions {
  readonly inbox: Pick<Inbox, "pending" | "done" | "failed" | "putAside" | "prune">;
  readonly handle: Handle;
  readonly log: Log;
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
  /** Takes nothing new, waits for what is in flight, leaves the rest in the inbox. */
  stop(): Promise<void>;
}

/** How many updates are read ahead; the rest of a backlog stays in the database. */
const PAGE_SIZE = 64;
const IDLE_MS = 600_000;
const PRUNE_INTERVAL_MS = 3_600_000;
/** MAX repeats a delivery for hours at most; until then the key must be known. */
const KEEP_KEYS_MS = 48 * 3_600_000;
const BACKOFF = { baseMs: 500, maxMs: 30_000 };

export function createWorker(options: WorkerOptions): Worker {
  const { inbox, log, now = Date.now, sleep = realSleep, random = Math.random } = options;
  /** Aborted by `stop`: nothing new is begun. */
  const stopping = new AbortController();
  /** Aborted when `stop` is over: nothing is written any more. */
  const abandoned = new AbortController();
  // Every lane listens; Node would take more than ten for a leak.
  setMaxListeners(0, abandoned.signal);
  const defaults = { now, sleep, random, maxAttempts: 5, handlerTimeoutMs: 60_000 };
  const pause = createPause(sleep);
  const outage = createOutage({ now, random, log, onAway: () => lanes.drop() });
  const work = (update: PendingUpdate) =>
    attempt(update, { ...defaults, ...options, outage, abandoned: abandoned.signal });
  const lanes = createLanes(options.maxParallelLanes ?? 16, work, () => pause.end());
  let prunedAt = Number.NEGATIVE_INFINITY;
  let loop: Promise<void> | undefined;

  /** Begins what can be begun; how long to wait for the next thing to do. */
  async function pass(): Promise<number> {
    if (now() - prunedAt >= PRUNE_INTERVAL_MS) {
      await inbox.prune(now() - KEEP_KEYS_MS);
      prunedAt = now();
    }
    if (lanes.areFull()) return IDLE_MS;
    const exceptLanes = [...lanes.busy(), ...outage.waiting()];
    const page = await inbox.pending({ exceptLanes, limit: PAGE_SIZE, now: now() });
    if (!stopping.signal.aborted) lanes.begin(outage.choose(page.updates, lanes.busy().length));
    const nextAt = Math.min(page.nextDueAt ?? Infinity, outage.nextAt());
    return Math.max(0, Math.min(IDLE_MS, nextAt - now()));
  }

  async function run(): Promise<void> {
    const trouble = "The inbox cannot be read";
    const patience = { trouble, backoff: BACKOFF, log, signal: stopping.signal, sleep, random };
    while (!stopping.signal.aborted) {
      pause.prepare();
      const waitMs = await insist(pass, patience);
      if (waitMs !== undefined) await pause.wait(waitMs);
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    pause.end();
    const finished = new AbortController();
    const finish = Promise.all([loop, lanes.finish()]).finally(() => finished.abort());
    await Promise.race([finish, sleep(options.stopTimeoutMs ?? 10_000, finished.signal)]);
    const count = lanes.busy().length;
    if (count > 0)
      log.warn({ count }, "Stopped while updates were being handled; they will be handled again");
    abandoned.abort();
  }

  return {
    start: () => {
      loop ??= run();
    },
    wake: () => pause.end(),
    stop,
  };
}
