// Runs work in lanes: one piece of a lane at a time, a bounded number of lanes side by side.
import type { PendingUpdate } from "../store/inbox/inbox.ts";

/** `work` must not reject; `onFree` is called when a lane has become free. */
export function createLanes(limit: () => number, work: (update: PendingUpdate) => Promise<void>, onFree: () => void) {
  const running = new Map<string, { readonly update: PendingUpdate; readonly end: Promise<void> }>();

  async function run(update: PendingUpdate): Promise<void> {
    await work(update);
    running.delete(update.lane);
    onFree();
  }

  return {
    /** How many more lanes may be begun. */
    room: () => limit() - running.size,
    /** What is running. */
    busy: (): readonly PendingUpdate[] => Array.from(running.values(), ({ update }) => update),
    /** Begins these updates, each of a lane that is not busy; no more than there is room for. */
    begin: (updates: readonly PendingUpdate[]) => {
      for (const update of updates) running.set(update.lane, { update, end: run(update) });
    },
    /** Resolves when everything that runs has ended. */
    finish: async () => {
      await Promise.all(Array.from(running.values(), ({ end }) => end));
    },
  };
}
