// Runs work in lanes: one piece of a lane at a time, a bounded number of lanes side by side.
import type { PendingUpdate } from "../store/inbox.ts";

export interface Lanes {
  areFull(): boolean;
  /** Lanes with something running or about to. */
  busy(): readonly string[];
  /** Begins these updates, each of a lane that is not busy, as soon as there is room. */
  begin(updates: readonly PendingUpdate[]): void;
  /** Forgets what has not begun. */
  drop(): void;
  /** Drops what has not begun and resolves when everything else has ended. */
  finish(): Promise<void>;
}

/** `work` must not reject; `onFree` is called when a lane has become free. */
export function createLanes(
  limit: number,
  work: (update: PendingUpdate) => Promise<void>,
  onFree: () => void,
): Lanes {
  const running = new Map<string, Promise<void>>();
  let waiting: readonly PendingUpdate[] = [];

  async function run(update: PendingUpdate): Promise<void> {
    await work(update);
    running.delete(update.lane);
    beginWaiting();
    onFree();
  }

  function beginWaiting(): void {
    const [next, ...rest] = waiting;
    if (next === undefined || running.size >= limit) return;
    waiting = rest;
    running.set(next.lane, run(next));
    beginWaiting();
  }

  return {
    areFull: () => running.size >= limit,
    busy: () => [...running.keys(), ...waiting.map(({ lane }) => lane)],
    begin: (updates) => {
      waiting = [...waiting, ...updates];
      beginWaiting();
    },
    drop: () => {
      waiting = [];
    },
    finish: async () => {
      waiting = [];
      await Promise.all(running.values());
    },
  };
}
