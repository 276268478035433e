// Repeats an attempt that failed for an outside reason until it succeeds or is no longer wanted.
import { OutsideError } from "./errors.ts";
import { type Backoff, backoffMs } from "./backoff.ts";
import type { Log } from "./log.ts";
import { askedWaitMs as ownWaitMs } from "./retry-delay.ts";
import type { Sleep } from "./sleep.ts";

export interface PatienceOptions {
  /** What is the case while it fails: "The inbox cannot be written". */
  readonly trouble: string;
  readonly backoff: Backoff;
  /** The shortest pause that an error asks for, in milliseconds; what it says itself where this is left out. */
  readonly askedWaitMs?: (error: OutsideError) => number;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  readonly random: () => number;
}

/** The result of `attempt`, or undefined once `signal` is aborted. Anything but OutsideError is thrown on. */
export async function retryUntilAborted<T>(
  attempt: () => Promise<T>,
  options: PatienceOptions,
): Promise<T | undefined> {
  const { trouble, backoff, askedWaitMs = ownWaitMs, log, signal, sleep, random } = options;
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
