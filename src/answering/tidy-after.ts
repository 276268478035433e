// Makes what a person had deleted unreadable, once the tap that asked for it is gone from the inbox as well.
import type { Log } from "../runtime/log.ts";

export interface TidyAfter {
  /** To be called while an update of this lane is handled; its end is waited for. */
  readonly lane: (lane: string) => void;
  readonly settled: (update: { readonly lane: string }) => void;
}

export function createTidyAfter(tidy: () => Promise<void>, log: Pick<Log, "warn">): TidyAfter {
  const lanes = new Set<string>();
  return {
    lane: (lane) => void lanes.add(lane),
    settled: ({ lane }) => {
      if (!lanes.delete(lane)) return;
      // Otherwise within the hour.
      tidy().catch((error: unknown) =>
        log.warn({ err: error }, "What was deleted can be read in the log of the database"),
      );
    },
  };
}
