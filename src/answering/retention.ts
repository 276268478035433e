// Deletes what has been kept long enough: at the start, and as the days pass.
import { DAY_MS } from "../text/local-date.ts";
import type { Log } from "../runtime/log.ts";
import type { Sleep } from "../runtime/sleep.ts";
import { LAST_REPLY_KEPT_MS } from "../dialog/last-reply.ts";
import { addDays, moscowDay, startOfDay } from "../journal/moscow-time.ts";
import { PERSON_KEPT_MS } from "../store/chat-states.ts";
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

/** It is looked every hour for what is too old. */
const HOUR_MS = 3_600_000;
/** `/privacy` says three days; after one an update is given up at the latest, and can be tried again. */
const UNANSWERED_KEPT_MS = 3 * DAY_MS - HOUR_MS;

/** No school asks so much in RETENTION_DAYS; a hundred people who flood the bot do. The newest stay. */
const MOST_QUESTIONS = 200_000;
/** Each with what somebody wrote. */
const MOST_DEAD_LETTERS = 10_000;

/** Everything that the database keeps of people, which is bounded in number as well. Each person has few votes (one an entry) and questions to the staff. */
export function keptOf(
  { inbox, journal, votes, supportQuestions, chatStates, lastReplies }: Store,
  now: () => number,
): readonly Kept[] {
  return [
    {
      what: "questions",
      prune: async (before) => (await journal.prune(before)) + (await journal.keepNewest(MOST_QUESTIONS)),
    },
    {
      what: "updates that were not answered",
      prune: async (before) =>
        (await inbox.pruneUnanswered(Math.max(before, now() - UNANSWERED_KEPT_MS))) +
        (await inbox.keepNewestDeadLetters(MOST_DEAD_LETTERS)),
    },
    { what: "drafts", prune: () => chatStates.prunePersons(now() - PERSON_KEPT_MS) },
    { what: "last replies", prune: () => lastReplies.prunePersons(now() - LAST_REPLY_KEPT_MS) },
    { what: "votes", prune: (before) => votes.prune(before) },
    {
      what: "questions to the staff",
      prune: (sent) => supportQuestions.prune({ unsent: now() - UNSENT_KEPT_MS + HOUR_MS, sent }),
    },
  ];
}

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
