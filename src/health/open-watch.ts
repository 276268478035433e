// Everything that looks on while the program runs: its figures, its health, and the watchdog over the worker.
import type { Config } from "../config/config.ts";
import type { ContentHolder } from "../live/content-holder.ts";
import type { AttemptObserver } from "../delivery/attempt.ts";
import type { Log } from "../runtime/log.ts";
import { warnSeldom } from "../runtime/seldom.ts";
import type { Sleep } from "../runtime/sleep.ts";
import type { Worker } from "../delivery/worker.ts";
import { createMetrics, type Metrics, type ProgramState, type Refused } from "./metrics.ts";
import { observedInbox } from "./observed-inbox.ts";
import { createStoreProbe } from "./store-probe.ts";
import type { Inbox, InboxSize, PendingUpdate } from "../store/inbox/inbox.ts";
import { type Checks, createHealth, type Health } from "./health.ts";

export interface WatchParts {
  readonly content: ContentHolder;
  /** Whether MAX has said who the bot is. */
  readonly isKnown: () => boolean;
  /** As it is without anybody looking on. */
  readonly inbox: Inbox;
  /** Rejects where nothing can be written to the database. */
  readonly probe: () => Promise<void>;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly now: () => number;
  /** Aborted when the program stops. */
  readonly signal: AbortSignal;
}

export interface Watch {
  readonly metrics: Metrics;
  readonly health: Health;
  /** The same inbox with somebody looking on. */
  readonly inbox: Inbox;
  readonly probes: {
    readonly live: () => Promise<Checks>;
    readonly ready: () => Promise<Checks>;
    readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  };
  /** How much waits in the inbox; undefined when the database does not answer. */
  readonly size: () => Promise<InboxSize | undefined>;
  /** Counted; what the console does not write itself is written, too. */
  readonly refused: (why: Refused, address: string) => void;
  /** `onSettled` is called for every update, `onDeadLetter` for those that were given up. */
  observer(onDeadLetter: (update: PendingUpdate) => void, onSettled: AttemptObserver["settled"]): AttemptObserver;
  worker(worker: Worker): Worker;
  /** Runs the watchdog until the signal. */
  guard(): Promise<void>;
}

/** A poll is held for 30 s and given up after 45; after this long without an answer something is wrong. */
const POLLING_SILENCE_MS = 120_000;
/** The subscription is looked after every two minutes. */
const WEBHOOK_SILENCE_MS = 300_000;
const GUARD_MS = 15_000;

export function openWatch({ transport }: Pick<Config, "transport">, parts: WatchParts): Watch {
  const { content, isKnown, now, signal } = parts;
  const isPolling = transport.kind === "polling";
  const metrics = createMetrics(now);
  const health = createHealth({
    now,
    silenceMs: isPolling ? POLLING_SILENCE_MS : WEBHOOK_SILENCE_MS,
    isKnown,
    isStopping: () => signal.aborted,
    isPolling,
  });
  const inbox = observedInbox(parts.inbox, {
    ...health,
    repeated: metrics.repeats,
    received: (delivered, added) => {
      metrics.duplicates(delivered - added);
      health.received(added);
    },
  });
  const size = createStoreProbe(parts);
  const warnings: Readonly<Partial<Record<Refused, (address: string) => void>>> = {
    webhook_secret: warnSeldom("Wrong secrets at the webhook", parts),
    webhook_busy: warnSeldom("Too many deliveries wait for the database; MAX repeats them", parts),
  };
  const state = (found: InboxSize | undefined): ProgramState =>
    stateOf(found, health, {
      contentVersion: content.current().version,
      isContentRejected: content.faults().length > 0,
      isLeader: isPolling && isKnown() && health.isAsking(),
    });
  return {
    metrics,
    health,
    inbox,
    probes: {
      live: async () => health.live(await size()),
      ready: async () => health.ready(await size()),
      metrics: async () => metrics.render(state(await size())),
    },
    size,
    refused: (why, address) => {
      metrics.refused(why);
      warnings[why]?.(address);
    },
    observer: (onDeadLetter, onSettled) => ({
      postponed: metrics.postponed,
      settled: (update, outcome) => {
        metrics.settled(update, outcome);
        onSettled(update, outcome);
        if (outcome === "aside") onDeadLetter(update);
      },
    }),
    worker: (worker) => ({
      ...worker,
      wake: () => {
        health.woken();
        worker.wake();
      },
    }),
    guard: () => guardWorker(health, metrics, parts),
  };
}

function stateOf(
  size: InboxSize | undefined,
  health: Health,
  rest: Pick<ProgramState, "contentVersion" | "isContentRejected" | "isLeader">,
): ProgramState {
  const { updateAt, maxAt } = health.times();
  return {
    pending: size?.pending,
    oldestPendingSeconds: size === undefined ? undefined : (size.oldestPendingMs ?? 0) / 1000,
    deadLetters: size?.deadLetters,
    isStoreReachable: size !== undefined,
    ...rest,
    lastUpdateAt: updateAt === undefined ? undefined : updateAt / 1000,
    lastPollAt: maxAt === undefined ? undefined : maxAt / 1000,
    isSubscriptionOk: health.isSubscriptionOk(),
    isReady: Object.values(health.ready(size)).every((one) => one === "ok"),
  };
}

/** Says once that the worker hangs; /healthz says it as long as it does, and whoever supervises the process ends it. */
export async function guardWorker(
  health: Pick<Health, "stuckWorker">,
  metrics: Pick<Metrics, "hung">,
  { log, sleep, signal }: Pick<WatchParts, "log" | "sleep" | "signal">,
): Promise<void> {
  let wasStuck = false;
  while (!signal.aborted) {
    await sleep(GUARD_MS, signal);
    const reason = signal.aborted ? undefined : health.stuckWorker();
    if (reason !== undefined && !wasStuck) {
      log.error({ reason }, "The worker hangs");
      metrics.hung("worker");
    }
    if (reason === undefined && wasStuck && !signal.aborted) log.info({}, "The worker goes on");
    wasStuck = reason !== undefined;
  }
}
