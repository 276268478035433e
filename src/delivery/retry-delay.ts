// When an update that could not be handled is tried again.
import { OutsideError, UsageError } from "../errors.ts";

/** An outage passes in minutes: four pauses of 2 s, 10 s, 50 s and 250 s outlast most. */
const OUTSIDE = { baseMs: 2_000, factor: 5 };
/** A bug rarely goes away, and meanwhile the chat waits: 1 s, 2 s, 4 s, 8 s. */
const BUG = { baseMs: 1_000, factor: 2 };
const LONGEST_MS = 300_000;
/** A new token or setting takes a person. */
const OPERATOR_MS = 60_000;

/** The pause after the n-th failed attempt (n from 1). */
export function retryDelayMs(error: unknown, attempts: number): number {
  if (error instanceof UsageError) return OPERATOR_MS;
  const { baseMs, factor } = error instanceof OutsideError ? OUTSIDE : BUG;
  return Math.min(LONGEST_MS, baseMs * factor ** (attempts - 1));
}
