// A pause that can be cut short.
import { setTimeout } from "node:timers/promises";

/** Resolves after `ms`, or at once when `signal` is aborted; never rejects because of the signal. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
