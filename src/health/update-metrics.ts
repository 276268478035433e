// What is counted of updates: how many came of it what, and how long people waited.
import { Counter, Histogram, type Registry } from "prom-client";
import type { PendingUpdate } from "../store/inbox/inbox.ts";
import { kindOf, UPDATE_KINDS } from "./update-kind.ts";
import { causeOf, RETRY_CAUSES } from "./retry-cause.ts";
import { PREFIX } from "./prefix.ts";

export interface UpdateMetrics {
  readonly settled: (update: PendingUpdate, outcome: "done" | "aside") => void;
  readonly postponed: (update: PendingUpdate, error: unknown) => void;
  readonly duplicates: (count: number) => void;
  readonly repeats: (count: number) => void;
}

/** In seconds: what feels like a talk, what feels like waiting, and what was an outage. */
const WAITS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

export function createUpdateMetrics(register: Registry, now: () => number): UpdateMetrics {
  const registers = [register];
  const settled = new Counter({
    name: `${PREFIX}updates_total`,
    help: "Updates that were settled, by kind and by what came of them",
    labelNames: ["kind", "outcome"] as const,
    registers,
  });
  const seconds = new Histogram({
    name: `${PREFIX}update_seconds`,
    help: "From the arrival of an update in the inbox to its being settled",
    buckets: WAITS,
    registers,
  });
  const deadLetters = counter(
    "put_aside_total",
    "Updates that were given up after several attempts",
  );
  const duplicates = counter("duplicates_total", "Updates that MAX delivered again");
  const repeats = counter(
    "possible_repeats_total",
    "Updates begun again that a process did not finish: they may have been answered twice",
  );
  const retries = new Counter({
    name: `${PREFIX}retries_total`,
    help: "Attempts that failed and are repeated, by cause",
    labelNames: ["cause"] as const,
    registers,
  });
  // Counters that appear with their first event have no rate for it.
  for (const kind of UPDATE_KINDS)
    for (const outcome of ["done", "aside"]) settled.inc({ kind, outcome }, 0);
  for (const cause of RETRY_CAUSES) retries.inc({ cause }, 0);

  function counter(name: string, help: string): Counter {
    return new Counter({ name: PREFIX + name, help, registers });
  }

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
