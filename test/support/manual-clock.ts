// A clock for tests that stands still until it is moved.
import { setImmediate } from "node:timers/promises";
import type { Sleep } from "../../src/runtime/sleep.ts";

export interface ManualClock {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Moves the time on and lets everything that was waiting for it happen, in order. */
  advance(ms: number): Promise<void>;
}

interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
}

export function createManualClock(startMs = 1_000_000): ManualClock {
  let time = startMs;
  let sleepers: Sleeper[] = [];

  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      const sleeper = {
        dueAt: time + ms,
        wake: () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          signal?.removeEventListener("abort", sleeper.wake);
          resolve();
        },
      };
      if (signal?.aborted === true) return resolve();
      signal?.addEventListener("abort", sleeper.wake, { once: true });
      sleepers.push(sleeper);
    });

  async function advance(ms: number): Promise<void> {
    const end = time + ms;
    await settle();
    for (;;) {
      const next = sleepers.toSorted((a, b) => a.dueAt - b.dueAt)[0];
      if (next === undefined || next.dueAt > end) break;
      time = next.dueAt;
      next.wake();
      await settle();
    }
    time = end;
  }

  return { now: () => time, sleep, advance };
}

/** Lets all promises run that do not wait for anything outside. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}
