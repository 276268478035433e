// Waits for something that another part of the program brings about.
import { setTimeout } from "node:timers/promises";

const STEP_MS = 10;

/** Resolves when `holds` does; rejects after `timeoutMs`. */
export async function until(holds: () => boolean, timeoutMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!holds()) {
    if (performance.now() > deadline)
      throw new Error(`Not so after ${timeoutMs} ms: ${holds.toString()}`);
    await setTimeout(STEP_MS);
  }
}
