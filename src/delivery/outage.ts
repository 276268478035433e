// Whether MAX is away: which chats wait for another attempt, and which one tries for all.
import type { PendingUpdate } from "../store/inbox/inbox.ts";
import { backoffMs } from "../runtime/retry.ts";
import type { Log } from "../runtime/log.ts";

export interface Outage {
  /** Lanes whose next attempt is not due yet. */
  waiting(): readonly string[];
  /** Which of these may be begun now, while so many others are being handled. */
  choose(updates: readonly PendingUpdate[], running: number): readonly PendingUpdate[];
  /** When there may be more to begin (Unix ms); Infinity when only an attempt that ends can say. */
  nextAt(): number;
  /** MAX could not be reached for a lane; how long that lane waits now, at least `askedWaitMs`. */
  failed(lane: string, askedWaitMs: number): number;
  /** MAX answered an attempt of the lane: all others go on at once. */
  reached(lane: string): void;
  /** The update that waited in the lane is not tried any more. */
  forget(lane: string): void;
}

export interface OutageOptions {
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
}

interface Waiting {
  readonly failures: number;
  readonly failedAt: number;
  /** What the failure asked for: kept even when MAX is back. */
  readonly notBefore: number;
  readonly dueAt: number;
}

const BACKOFF = { baseMs: 2_000, maxMs: 60_000 };
/** One chat may have a trouble of its own, and must not hold up the others. */
const LANES_OF_AN_OUTAGE = 2;

/**
 * Kept in memory: an outage is a state of the world and not of an update, and a new process may well try at
 * once. While MAX is away one attempt at a time is made, each by the chat that has not tried for longest.
 */
export function createOutage({ now, random, log }: OutageOptions): Outage {
  const lanes = new Map<string, Waiting>();
  /** Lanes that failed since MAX was last reached. */
  const failing = new Set<string>();
  let probes = 0;
  let probeAt = 0;
  const isAway = () => failing.size >= LANES_OF_AN_OUTAGE;
  const failedAt = (update: PendingUpdate) => lanes.get(update.lane)?.failedAt ?? 0;

  function countFailure(lane: string): void {
    const wasAway = isAway();
    failing.add(lane);
    // What was begun before MAX was found away fails late and says nothing new.
    if (!isAway() || now() < probeAt) return;
    probes += 1;
    probeAt = now() + backoffMs(probes, BACKOFF, random);
    if (!wasAway) log.warn({}, "MAX is away; one chat at a time tries whether it is back");
  }

  return {
    waiting: () => [...lanes].filter(([, { dueAt }]) => dueAt > now()).map(([lane]) => lane),
    choose: (updates, running) => {
      if (!isAway()) return updates;
      if (running > 0 || now() < probeAt) return [];
      return updates.toSorted((a, b) => failedAt(a) - failedAt(b)).slice(0, 1);
    },
    nextAt: () => {
      if (isAway() && now() < probeAt) return probeAt;
      const dueTimes = [...lanes.values()].map(({ dueAt }) => dueAt);
      return dueTimes.filter((dueAt) => dueAt > now()).reduce((a, b) => Math.min(a, b), Infinity);
    },
    failed: (lane, askedWaitMs) => {
      countFailure(lane);
      const failures = (lanes.get(lane)?.failures ?? 0) + 1;
      const waitMs = Math.max(backoffMs(failures, BACKOFF, random), askedWaitMs);
      const notBefore = now() + askedWaitMs;
      lanes.set(lane, { failures, failedAt: now(), notBefore, dueAt: now() + waitMs });
      return waitMs;
    },
    reached: (lane) => {
      lanes.delete(lane);
      if (isAway()) log.info({ probes }, "MAX is back");
      failing.clear();
      probes = 0;
      probeAt = 0;
      for (const [other, one] of lanes) lanes.set(other, { ...one, dueAt: one.notBefore });
    },
    forget: (lane) => void lanes.delete(lane),
  };
}
