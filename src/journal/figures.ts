// The figures of a period, from what was recorded in it or what the database has counted. Pure; linear in the rows.
import type { AskedQuestion, Vote } from "./records.ts";
import { countOutcomes, groupBy, totalOf, type Counted, type Counts } from "./counts.ts";
import { addDays, daysBetween, moscowDay, moscowTime, type Day, type Span } from "./moscow-time.ts";
import { countVotes, votesOfTallies, type VoteFigures, type VoteTally } from "./vote-figures.ts";

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

/** Everything that figures are made of. Rows without questions are left out. */
export interface Tallies {
  /** Days since 1970 where clocks are so much before those of Greenwich as was asked for. */
  readonly days: readonly (Tally & {
    readonly day: number;
    readonly place: AskedQuestion["place"];
    readonly isChosen: boolean;
  })[];
  /** By hour of the day, 0…23. */
  readonly hours: readonly (Tally & { readonly hour: number })[];
  readonly items: readonly (Tally & {
    readonly itemId: string | undefined;
    readonly chosenEntryId: string | undefined;
  })[];
  readonly people: number;
  readonly votes: readonly VoteTally[];
}

type Tally = Required<Counted>;

/** How often items were what people got, and what they thought of them. */
export type Uses = Pick<Tallies, "items" | "votes">;

const HOURS = 24;

/** A span that begins with the beginning of time is shown from the first record on. */
export function figuresOf(records: Records, span: Span): Figures {
  const { questions, votes } = records;
  const timed = questions.map(({ at, chosenEntryId, ...question }) => ({
    ...question,
    ...moscowTime(at),
    isChosen: chosenEntryId !== undefined,
  }));
  const lastDay = moscowDay(span.to - 1);
  const firstDay = span.from > 0 ? moscowDay(span.from) : firstDayOf(records, lastDay);
  const people = new Set(questions.map(({ person }) => person)).size;
  const counting = {
    days: timed,
    hours: timed,
    items: questions,
    people,
    votes: countVotes(votes),
  };
  return figuresFrom(counting, firstDay, lastDay);
}

/** The same from what the database has counted. */
export function figuresOfTallies(tallies: Tallies, span: Span): Figures {
  const days = tallies.days.map((tally) => ({ ...tally, day: addDays("1970-01-01", tally.day) }));
  const counting = { ...tallies, days, votes: votesOfTallies(tallies.votes) };
  return figuresFrom(counting, moscowDay(span.from), moscowDay(span.to - 1));
}

/** Questions one by one, or so many that are alike. */
interface Counting {
  readonly days: readonly (Counted & {
    readonly day: Day;
    readonly place: AskedQuestion["place"];
    readonly isChosen: boolean;
  })[];
  readonly hours: readonly (Counted & { readonly hour: number })[];
  readonly items: readonly (Counted & Result)[];
  readonly people: number;
  readonly votes: VoteFigures;
}

function figuresFrom(
  { days, hours, items, people, votes }: Counting,
  firstDay: Day,
  lastDay: Day,
): Figures {
  const byDay = groupBy(days, ({ day }) => day);
  const byHour = groupBy(hours, ({ hour }) => hour);
  const sum = (is: (one: Counting["days"][number]) => boolean) => totalOf(days.filter(is));
  return {
    firstDay,
    lastDay,
    questions: totalOf(days),
    people,
    outcomes: countOutcomes(days),
    solvedByTap: sum(({ outcome, isChosen }) => outcome === "suggest" && isChosen),
    places: {
      private: sum(({ place }) => place === "private"),
      group: sum(({ place }) => place === "group"),
    },
    entries: countItems(items, entryOf),
    topics: countItems(items, topicOf),
    votes,
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

type Result = Pick<AskedQuestion, "outcome" | "itemId" | "chosenEntryId">;

/** The entry that the asker ended up with. */
export function entryOf({ outcome, itemId, chosenEntryId }: Result): string | undefined {
  return chosenEntryId ?? (outcome === "answer" ? itemId : undefined);
}

function topicOf({ outcome, itemId }: Result): string | undefined {
  return outcome === "topic" ? itemId : undefined;
}

/** Most frequent first; questions without an item are left out. */
function countItems<T extends Counted>(
  questions: readonly T[],
  itemOf: (question: T) => string | undefined,
): readonly ItemCount[] {
  return Array.from(groupBy(questions, itemOf), ([id, same]) =>
    id === undefined ? [] : [{ id, count: totalOf(same) }],
  )
    .flat()
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
