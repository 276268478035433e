// Makes a call to MAX in its turn, and again when it failed for a passing reason, within a bounded time.
import { backoffMs } from "../delivery/backoff.ts";
import type { Log } from "../delivery/log.ts";
import type { Sleep } from "../delivery/sleep.ts";
import { type FailureReason, MaxFailure } from "./failure.ts";
import { createLimiter, type Priority } from "./limiter.ts";

interface Turn {
  readonly priority: Priority;
  /** The chat whose limit the call counts against. */
  readonly chat?: string;
  /** Ends waiting and retries; a call on its way is never cut, because it may have been carried out. */
  readonly signal?: AbortSignal | undefined;
}

/** Rejects with the MaxFailure of the last attempt. */
export type Request = <T>(call: () => Promise<T>, turn: Turn) => Promise<T>;

interface RequestOptions {
  readonly log: Log;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
}

const BACKOFF = { baseMs: 500, maxMs: 10_000 };
/** Less than the time a handler has, so that the failure is told by the call and not by a time-out. */
const BUDGET_MS = 40_000;

/**
 * A call that got no answer in time is not repeated here: it has used up most of the time already, and it may
 * have been carried out.
 */
const REPEATED: ReadonlySet<FailureReason> = new Set([
  "rate-limited",
  "server",
  "network",
  "unexpected-response",
]);

export function createRequest({ log, now, sleep, random }: RequestOptions): Request {
  const limiter = createLimiter({ now, sleep });
  return async (call, { priority, chat, signal }) => {
    const startedAt = now();
    for (let failures = 1; ; failures += 1) {
      const release = await limiter.acquire(chat, priority, signal);
      try {
        return await call().finally(release);
      } catch (error) {
        if (!(error instanceof MaxFailure) || !REPEATED.has(error.reason)) throw error;
        const waitMs = Math.max(backoffMs(failures, BACKOFF, random), error.retryAfterMs ?? 0);
        if (now() - startedAt + waitMs > BUDGET_MS) throw error;
        log.warn({ reason: error.reason, failures, waitMs }, `${error.message}; trying again`);
        await sleep(waitMs, signal);
        if (signal?.aborted === true) throw error;
      }
    }
  };
}
