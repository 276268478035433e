// Runs work in lanes: one piece of a lane at a time, a bounded number of lanes side by side.
import type { PendingUpdate } from "../store/inbox/inbox.ts";

export interface Lanes {
  /** How many more lanes may be begun. */
  room(): number;
  /** What is running. */
  busy(): readonly PendingUpdate[];
  /** Begins these updates, each of a lane that is not busy; no more than there is room for. */
  begin(updates: readonly PendingUpdate[]): void;
  /** Resolves when everything that runs has ended. */
  finish(): Promise<void>;
}

/** `work` must not reject; `onFree` is called when a lane has become free. */
export function createLanes(
  limit: () => number,
  work: (update: PendingUpdate) => Promise<void>,
  onFree: () => void,
): Lanes {
  const running = new Map<
    string,
    { readonly update: PendingUpdate; readonly end: Promise<void> }
  >();

  async function run(update: PendingUpdate): Promise<void> {
    await work(update);
    running.delete(update.lane);
    onFree();
  }

  return {
    room: () => limit() - running.size,
    busy: () => Array.from(running.values(), ({ update }) => update),
    begin: (updates) => {
      for (const update of updates) running.set(update.lane, { update, end: run(update) });
    },
    finish: async () => {
      await Promise.all(Array.from(running.values(), ({ end }) => end));
    },
  };
}
