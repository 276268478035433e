// Waits for something that another part of the program brings about.
import { setTimeout } from "node:timers/promises";

const STEP_MS = 10;
/** For what comes by itself: a machine that has much else to do takes its time, and only what never comes costs it all. */
export const PATIENCE_MS = 60_000;

/** Resolves when `holds` does; rejects after `timeoutMs`. */
export async function until(holds: () => boolean, timeoutMs = PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!holds()) {
    if (performance.now() > deadline)
      throw new Error(`Not so after ${timeoutMs} ms: ${holds.toString()}`);
    await setTimeout(STEP_MS);
  }
}
