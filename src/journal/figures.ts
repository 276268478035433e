// The figures of a period, from what was recorded in it. Pure; linear in the rows.
import type { AskedQuestion, Vote } from "./records.ts";
import { countOutcomes, groupBy, totalOf, type Counted, type Counts } from "./counts.ts";
import { daysBetween, moscowDay, moscowTime, type Day } from "./moscow-time.ts";
import type { Span } from "./period.ts";
import { countVotes, type VoteFigures } from "./vote-figures.ts";

export interface Figures {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly questions: number;
  /** Somebody who asks on two days counts twice: the hash is another one every day. */
  readonly people: number;
  readonly outcomes: Counts;
  /** Of the questions with suggestions, those where one was tapped. */
  readonly solvedByTap: number;
  readonly places: Readonly<Record<AskedQuestion["place"], number>>;
  /** Entries that were answered with or chosen, most frequent first. */
  readonly entries: readonly ItemCount[];
  /** Topics outside the content, most frequent first. */
  readonly topics: readonly ItemCount[];
  readonly votes: VoteFigures;
  /** Every day of the period, in order, those without questions too. */
  readonly days: readonly DayCounts[];
  /** By hour of the day, 0…23. */
  readonly hours: readonly Counts[];
}

export interface ItemCount {
  readonly id: string;
  readonly count: number;
}

export interface DayCounts {
  readonly day: Day;
  readonly counts: Counts;
}

/** What was recorded in a period. */
export interface Records {
  readonly questions: readonly AskedQuestion[];
  readonly votes: readonly Vote[];
}

const HOURS = 24;

/** A span that begins with the beginning of time is shown from the first record on. */
export function figuresOf({ questions, votes }: Records, span: Span): Figures {
  const timed = questions.map((question) => ({ ...question, ...moscowTime(question.at) }));
  const lastDay = moscowDay(span.to - 1);
  const firstDay = span.from > 0 ? moscowDay(span.from) : firstDayOf({ questions, votes }, lastDay);
  const byDay = groupBy(timed, ({ day }) => day);
  const byHour = groupBy(timed, ({ hour }) => hour);
  return {
    firstDay,
    lastDay,
    questions: questions.length,
    people: new Set(questions.map(({ person }) => person)).size,
    outcomes: countOutcomes(questions),
    solvedByTap: questions.filter(isSolvedByTap).length,
    places: {
      private: questions.filter(({ place }) => place === "private").length,
      group: questions.filter(({ place }) => place === "group").length,
    },
    entries: countItems(questions, entryOf),
    topics: countItems(questions, topicOf),
    votes: countVotes(votes),
    days: daysBetween(firstDay, lastDay).map((day) => ({
      day,
      counts: countOutcomes(byDay.get(day) ?? []),
    })),
    hours: Array.from({ length: HOURS }, (_, hour) => countOutcomes(byHour.get(hour) ?? [])),
  };
}

/** Whether the asker went without an answer: the bot did not know, or nothing it offered was tapped. */
export function isUnanswered({
  outcome,
  chosenEntryId,
}: Pick<AskedQuestion, "outcome" | "chosenEntryId">): boolean {
  return outcome === "none" || (outcome === "suggest" && chosenEntryId === undefined);
}

function firstDayOf({ questions, votes }: Records, lastDay: Day): Day {
  const first = [...questions, ...votes].reduce((least, { at }) => Math.min(least, at), Infinity);
  return Number.isFinite(first) ? moscowDay(first) : lastDay;
}

function isSolvedByTap({ outcome, chosenEntryId }: AskedQuestion): boolean {
  return outcome === "suggest" && chosenEntryId !== undefined;
}

type Result = Pick<AskedQuestion, "outcome" | "itemId" | "chosenEntryId">;

/** The entry that the asker ended up with. */
export function entryOf({ outcome, itemId, chosenEntryId }: Result): string | undefined {
  return chosenEntryId ?? (outcome === "answer" ? itemId : undefined);
}

export function topicOf({ outcome, itemId }: Result): string | undefined {
  return outcome === "topic" ? itemId : undefined;
}

/** Most frequent first; questions without an item are left out. */
export function countItems<T extends Counted>(
  questions: readonly T[],
  itemOf: (question: T) => string | undefined,
): readonly ItemCount[] {
  return Array.from(groupBy(questions, itemOf), ([id, same]) =>
    id === undefined ? [] : [{ id, count: totalOf(same) }],
  )
    .flat()
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
