// Time as the local MAX needs it, so that tests can hold it still.
import { sleep } from "../../runtime/sleep.ts";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const realClock: Clock = { now: Date.now, sleep };
