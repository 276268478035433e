// How long the next attempt has to wait, as far as the failure of the last one tells.

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
