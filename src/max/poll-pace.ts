// When the next poll may begin: never more than two within a second, whatever MAX answers and whoever polls in this process.
import type { Sleep } from "../runtime/sleep.ts";

/** MAX is said to allow two polls a second, and its schema asks for 300 ms between two: with 500 they are even. */
const INTERVAL_MS = 500;
/**
 * MAX counts a poll at some moment between its start and its end, so a second is waited from the end of the last but one;
 * and a little longer, since a timer may be early.
 */
export const POLL_WINDOW_MS = 1_010;

interface Poll {
  readonly startedAt: number;
  /** Undefined also for one that hung and was given up. */
  endedAt: number | undefined;
}

/**
 * Resolves when a poll may begin, with what must be called once it has ended; rejects with the reason of `signal`. One
 * that cannot wait begins at once, and those after it wait the longer.
 */
export type PollPace = (signal: AbortSignal, canWait: boolean) => Promise<() => void>;

export function createPollPace(options: { readonly now: () => number; readonly sleep: Sleep }): PollPace {
  const { now, sleep } = options;
  let last: Poll | undefined;
  let lastButOne: Poll | undefined;

  return async (signal, canWait) => {
    const waitMs = canWait ? waitMsBefore(now()) : 0;
    const poll: Poll = { startedAt: now() + waitMs, endedAt: undefined };
    lastButOne = last;
    last = poll;
    if (waitMs > 0) await sleep(waitMs, signal);
    signal.throwIfAborted();
    return () => {
      poll.endedAt = now();
    };
  };

  function waitMsBefore(at: number): number {
    const intervalEnd = last === undefined ? at : last.startedAt + INTERVAL_MS;
    const counted = lastButOne?.endedAt ?? lastButOne?.startedAt;
    const windowEnd = counted === undefined ? at : counted + POLL_WINDOW_MS;
    return Math.max(0, intervalEnd - at, windowEnd - at);
  }
}
