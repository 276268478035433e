// Makes a call to MAX in its turn, and again when it failed for a passing reason, within a bounded time.
import { backoffMs, askedWaitMs } from "../runtime/retry.ts";
import type { Log } from "../runtime/log.ts";
import type { Sleep } from "../runtime/sleep.ts";
import type { SharedCalls } from "../store/postgres/shared-calls.ts";
import { type FailureReason, MaxFailure } from "./failure.ts";
import { createLimiter, type Limiter, type Priority, type Release } from "./limiter.ts";

interface Turn {
  readonly priority: Priority;
  /** The chat whose limit the call counts against. */
  readonly chat?: string;
  /**
   * Ends waiting and retries: after an abort no call is begun. One on its way is never cut, because it may have
   * been carried out.
   */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Rejects with the MaxFailure of the last attempt, with one of "rate-limited" while MAX asks all to wait for
 * longer than there is time, and with the reason of the signal when that comes before the first attempt.
 */
export type Request = <T>(call: () => Promise<T>, turn: Turn) => Promise<T>;

interface RequestOptions {
  readonly log: Log;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
  /** Where other processes call MAX for the same bot. */
  readonly shared?: SharedCalls | undefined;
  /** Instead of the one that keeps the limits of MAX: a measurement against a MAX without any. */
  readonly limiter?: Limiter | undefined;
  readonly checkRight?: CheckRight | undefined;
}

/**
 * Called in the moment before a call to a chat; throws an OutsideError where another process may be making the same. A
 * process that stood still finds its turn before it finds out by its timers how late it is.
 */
export type CheckRight = () => void;

const BACKOFF = { baseMs: 500, maxMs: 10_000 };
/**
 * Enough for a hiccup. What lasts longer is left to what keeps the update: there one chat tries for all, and
 * a handler of several calls stays within its time.
 */
const BUDGET_MS = 12_000;

/**
 * A call that got no answer in time is not repeated here: it has used up most of the time already, and it may
 * have been carried out.
 */
const REPEATED: ReadonlySet<FailureReason> = new Set(["rate-limited", "server", "network", "unexpected-response"]);

export function createRequest(options: RequestOptions): Request {
  const { log, now, sleep, random, checkRight } = options;
  const queue = createQueue(options);

  return async (call, turn) => {
    const rightly = async () => {
      if (turn.chat !== undefined) checkRight?.();
      return call();
    };
    const endsAt = now() + BUDGET_MS;
    for (let failures = 1; ; failures += 1) {
      const release = await queue.takeTurn(turn, endsAt);
      try {
        return await rightly().finally(release);
      } catch (error) {
        if (!(error instanceof MaxFailure) || !REPEATED.has(error.reason)) throw error;
        const askedMs = askedWaitMs(error);
        if (error.reason === "rate-limited") queue.hold(now() + askedMs);
        const waitMs = Math.max(backoffMs(failures, BACKOFF, random), askedMs);
        if (now() + waitMs > endsAt) throw error;
        log.warn({ reason: error.reason, failures, waitMs }, `${error.message}; trying again`);
        await sleep(waitMs, turn.signal);
        if (turn.signal?.aborted === true) throw error;
      }
    }
  };
}

/** The limiter, and the pause that MAX asks of all chats when one of them was too much. */
function createQueue(options: Pick<RequestOptions, "now" | "sleep" | "shared" | "limiter">) {
  const { now, sleep, limiter = createLimiter(options) } = options;
  let heldUntil = -Infinity;

  async function takeTurn({ chat, priority, signal }: Turn, endsAt: number): Promise<Release> {
    for (;;) {
      signal?.throwIfAborted();
      const waitMs = heldUntil - now();
      if (heldUntil > endsAt) throw heldBack(waitMs);
      if (waitMs > 0) {
        await sleep(waitMs, signal);
        continue;
      }
      const release = await limiter.acquire(chat, priority, signal);
      // Both may have changed while this call was queueing.
      if (heldUntil <= now() && signal?.aborted !== true) return release;
      release();
    }
  }

  return {
    takeTurn,
    hold: (until: number) => {
      heldUntil = Math.max(heldUntil, until);
    },
  };
}

function heldBack(waitMs: number): MaxFailure {
  return new MaxFailure(`Calling MAX: it asked for a pause, of which ${waitMs} ms are left`, {
    reason: "rate-limited",
    retryAfterMs: waitMs,
  });
}
