// Deletes what has been kept long enough: at the start, and as the days pass.
import { DAY_MS } from "../text/local-date.ts";
import type { Log } from "../runtime/log.ts";
import type { Sleep } from "../runtime/sleep.ts";
import { addDays, moscowDay, startOfDay } from "../journal/moscow-time.ts";
import type { Secrets } from "../store/secrets.ts";
import type { Store } from "../store/store.ts";
import { UNSENT_KEPT_MS } from "../support/pass-question.ts";

/** Something that grows old. */
export interface Kept {
  /** For the log. */
  readonly what: string;
  /** Deletes what is from before `before` (Unix ms); the number of rows. */
  readonly prune: (before: number) => Promise<number>;
}

export interface RetentionParts {
  readonly kept: readonly Kept[];
  readonly secrets: Pick<Secrets, "deleteSaltsExcept">;
  /** Makes what was deleted unreadable. */
  readonly tidy: () => Promise<void>;
  readonly retentionDays: number;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Everything that the database keeps of people. */
export function keptOf(
  { inbox, journal, votes, supportQuestions }: Store,
  now: () => number,
): readonly Kept[] {
  return [
    { what: "questions", prune: (before) => journal.prune(before) },
    { what: "updates that were given up", prune: (before) => inbox.pruneDeadLetters(before) },
    { what: "votes", prune: (before) => votes.prune(before) },
    {
      what: "questions to the staff",
      prune: (sent) => supportQuestions.prune({ unsent: now() - UNSENT_KEPT_MS, sent }),
    },
  ];
}

const HOUR_MS = 3_600_000;

/** Resolves when `signal` is aborted; never rejects. */
export async function keepRetention(parts: RetentionParts): Promise<void> {
  const { signal, sleep, now } = parts;
  while (!signal.aborted) {
    await deleteOld(parts);
    // At midnight, for the salt of the day; and every hour, since a machine that slept wakes late.
    await sleep(Math.min(HOUR_MS, msToMidnight(now())), signal);
  }
}

async function deleteOld(parts: RetentionParts): Promise<void> {
  const { kept, secrets, tidy, retentionDays, now, log } = parts;
  const before = now() - retentionDays * DAY_MS;
  for (const { what, prune } of kept) {
    await trying(`Old ${what}`, log, async () => {
      const count = await prune(before);
      if (count > 0) log.info({ count, days: retentionDays }, `Deleted old ${what}`);
    });
  }
  await trying("Old salts", log, () => secrets.deleteSaltsExcept(moscowDay(now())));
  await trying("What was deleted", log, tidy);
}

async function trying(what: string, log: Log, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.warn({ err: error }, `${what} cannot be removed from the database; trying again`);
  }
}

function msToMidnight(at: number): number {
  return startOfDay(addDays(moscowDay(at), 1)) - at;
}
