// How attempts end, for whoever counts and tells.
import type { PendingUpdate } from "../store/inbox/inbox.ts";

/** Called after it is written down; must not throw. */
export interface AttemptObserver {
  /** It will not be handled any more: it is answered, or given up. */
  readonly settled: (update: PendingUpdate, outcome: "done" | "aside") => void;
  /** It failed and will be tried again. */
  readonly postponed: (update: PendingUpdate, error: unknown) => void;
}

export const NOBODY: AttemptObserver = { settled: () => undefined, postponed: () => undefined };
