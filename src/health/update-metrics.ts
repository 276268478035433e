// What is counted of updates: what came of how many, and how long people waited.
import type { PendingUpdate } from "../store/inbox/inbox.ts";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import type { Meters } from "./meters.ts";

export interface UpdateMetrics {
  readonly settled: (update: PendingUpdate, outcome: "done" | "aside") => void;
  readonly postponed: (update: PendingUpdate, error: unknown) => void;
  readonly duplicates: (count: number) => void;
  readonly repeats: (count: number) => void;
}

/** In seconds: what feels like a talk, what feels like waiting, and what was an outage. */
const WAITS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

export function createUpdateMetrics(meters: Meters, now: () => number): UpdateMetrics {
  const { counter, histogram } = meters;
  const settled = counter(
    "updates_total",
    "Updates that were settled, by kind and by what came of them",
    "kind",
    "outcome",
  );
  const seconds = histogram("update_seconds", "From the arrival of an update in the inbox to its being settled", WAITS);
  const deadLetters = counter("put_aside_total", "Updates that were given up after several attempts");
  const duplicates = counter("duplicates_total", "Updates that MAX delivered again");
  const repeats = counter(
    "possible_repeats_total",
    "Updates begun again that a process did not finish: they may have been answered twice",
  );
  const retries = counter("retries_total", "Attempts that failed and are repeated, by cause", "cause");
  // Counters that appear with their first event have no rate for it.
  for (const kind of UPDATE_KINDS) for (const outcome of ["done", "aside"]) settled.inc({ kind, outcome }, 0);
  for (const cause of RETRY_CAUSES) retries.inc({ cause }, 0);

  return {
    settled: (update, outcome) => {
      settled.inc({ kind: kindOf(update), outcome });
      seconds.observe(Math.max(0, now() - update.receivedAt) / 1000);
      if (outcome === "aside") deadLetters.inc();
    },
    postponed: (_update, error) => retries.inc({ cause: causeOf(error) }),
    duplicates: (count) => duplicates.inc(count),
    repeats: (count) => repeats.inc(count),
  };
}

/** A fixed list, so that nobody outside can make another time series. */
const UPDATE_KINDS = ["message", "edited", "tap", "started", "added", "removed", "other"] as const;
type UpdateKind = (typeof UPDATE_KINDS)[number];

/** By the beginning of the key (max/update-key): the payload need not be read again for it. */
const BY_KEY: Readonly<Partial<Record<string, UpdateKind>>> = {
  m: "message",
  e: "edited",
  c: "tap",
  s: "started",
  message_created: "message",
  message_edited: "edited",
  message_callback: "tap",
  bot_started: "started",
  bot_added: "added",
  bot_removed: "removed",
};

export function kindOf({ key }: Pick<PendingUpdate, "key">): UpdateKind {
  return BY_KEY[key.slice(0, key.indexOf(":"))] ?? "other";
}

/** The reasons of a failure of MAX (max/failure), and those of the program itself. */
const RETRY_CAUSES = [
  "unauthorised",
  "forbidden",
  "not-found",
  "rate-limited",
  "rejected",
  "server",
  "network",
  "timeout",
  "unexpected-response",
  "settings",
  "outside",
  "bug",
] as const;
type RetryCause = (typeof RETRY_CAUSES)[number];

/** Why an attempt failed, from a fixed list. */
export function causeOf(error: unknown): RetryCause {
  if (error instanceof UsageError) return "settings";
  if (!(error instanceof OutsideError)) return "bug";
  const reason = "reason" in error ? error.reason : undefined;
  return RETRY_CAUSES.find((cause) => cause === reason) ?? "outside";
}
