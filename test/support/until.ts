// Waits for something that another part of the program brings about.
import { setTimeout } from "node:timers/promises";

const STEP_MS = 10;
/** What is looked at is often made in this very process: looking takes a tenth of its time at most. */
const LOOKS_SHARE = 0.1;
/** For what comes by itself: a machine that has much else to do takes its time, and only what never comes costs it all. */
export const PATIENCE_MS = 100_000;

/** Resolves when `holds` does; rejects after `timeoutMs`. */
export async function until(holds: () => boolean, timeoutMs = PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lookedAt = performance.now();
    if (holds()) return;
    const now = performance.now();
    if (now > deadline) throw new Error(`Not so after ${timeoutMs} ms: ${holds.toString()}`);
    await setTimeout(Math.max(STEP_MS, (now - lookedAt) / LOOKS_SHARE));
  }
}
