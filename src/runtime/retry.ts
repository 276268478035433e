// Trying again: after which pause, and until it succeeds or is no longer wanted.
import { OutsideError } from "./errors.ts";
import type { Log } from "./log.ts";
import type { Sleep } from "./sleep.ts";

export interface RetryOptions {
  /** What is the case while it fails: "The inbox cannot be written". */
  readonly trouble: string;
  readonly backoff: Backoff;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  readonly random: () => number;
}

/** The result of `attempt`, or undefined once `signal` is aborted. Anything but OutsideError is thrown on. */
export async function retryUntilAborted<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T | undefined> {
  const { trouble, backoff, log, signal, sleep, random } = options;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const result = await attempt();
      if (failures > 0) log.info({ failures }, `No longer the case: ${trouble}`);
      return result;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof OutsideError)) throw error;
      const waitMs = Math.max(backoffMs(failures + 1, backoff, random), askedWaitMs(error));
      log.warn({ err: error, failures: failures + 1, waitMs }, `${trouble}: ${error.message}`);
      await sleep(waitMs, signal);
    }
  }
  return undefined;
}

/** Longer each time, and not all at the same moment. */
export interface Backoff {
  readonly baseMs: number;
  readonly maxMs: number;
}

/**
 * The pause after the n-th failure in a row (n from 1): doubles up to `maxMs`, and a random half of it is
 * left out, so that clients stopped by one outage do not come back in one wave.
 */
export function backoffMs(failures: number, { baseMs, maxMs }: Backoff, random: () => number): number {
  const ceilingMs = Math.min(maxMs, baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(ceilingMs * (0.5 + random() / 2));
}

/** An error that knows how long trying again makes no sense. */
export interface Postponing {
  /** In milliseconds; undefined when it asks for nothing. */
  readonly retryAfterMs: number | undefined;
}

/** A bug rarely goes away, and meanwhile the chat waits: 1 s, 2 s, 4 s, 8 s. */
const BUG = { baseMs: 1_000, factor: 2, longestMs: 300_000 };
/** Whatever is asked for: a header that went wrong must not silence the bot for days. */
const LONGEST_ASKED_MS = 3_600_000;

/** The pause after the n-th attempt (n from 1) that failed through no fault of the network. */
export function retryDelayMs(attempts: number): number {
  return Math.min(BUG.longestMs, BUG.baseMs * BUG.factor ** (attempts - 1));
}

/** The shortest pause that the error asks for: an hour at most, 0 when it asks for none. */
export function askedWaitMs(error: unknown): number {
  const isAsking = error instanceof Error && "retryAfterMs" in error;
  if (!isAsking || typeof error.retryAfterMs !== "number") return 0;
  return Math.min(LONGEST_ASKED_MS, Math.max(0, error.retryAfterMs));
}
