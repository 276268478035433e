// Deletes what the bot has kept long enough: at the start and every hour.
import { insist } from "./delivery/patience.ts";
import type { Log } from "./delivery/log.ts";
import type { Sleep } from "./delivery/sleep.ts";
import type { Store } from "./store/database.ts";
import { DAY_MS } from "./support/pass-question.ts";

export interface Pruning {
  readonly store: Pick<Store, "supportQuestions">;
  readonly retentionDays: number;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const INTERVAL_MS = 3_600_000;
const BACKOFF = { baseMs: 1_000, maxMs: 60_000 };

/** Runs until `signal` is aborted. */
export async function keepPruning(pruning: Pruning): Promise<void> {
  const { store, retentionDays, now, sleep, log, signal } = pruning;
  const patience = { trouble: "Old data cannot be deleted", backoff: BACKOFF, log, signal, sleep };
  const prune = () =>
    store.supportQuestions.prune({ unsent: now() - DAY_MS, sent: now() - retentionDays * DAY_MS });
  while (!signal.aborted) {
    await insist(prune, { ...patience, random: Math.random });
    await sleep(INTERVAL_MS, signal);
  }
}
