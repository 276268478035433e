// The figures of a period, from what the database has counted.
import { countOutcomes, groupBy, perOutcome, totalOf, type Counted, type Counts } from "./counts.ts";
import type { Outcome } from "../faq/outcome.ts";
import { addDays, daysBetween, moscowDay, type Day, type Span } from "./moscow-time.ts";
import type { AskedQuestion, Vote, VoteReason } from "./records.ts";

/** Questions and votes of a period, counted. Rows without questions are left out. */
export interface Tallies {
  readonly days: readonly DayTally[];
  /** By hour of the day in Moscow, 0…23. */
  readonly hours: readonly (Counted & { readonly hour: number })[];
  readonly items: readonly ItemTally[];
  readonly people: number;
  readonly votes: readonly VoteTally[];
}

interface DayTally extends Counted, Judgement {
  /** Days since 1970 in Moscow. */
  readonly day: number;
  readonly place: AskedQuestion["place"];
  /** The sum of the confidences. */
  readonly confidence: number;
}

/** How it went: of so many questions. */
export interface Judgement {
  readonly solved: number;
  /** Those that the same person asked again in other words. */
  readonly askedAgain: number;
}

interface ItemTally extends Counted {
  readonly itemId: string | undefined;
  readonly chosenEntryId: string | undefined;
}

export interface VoteTally extends Pick<Vote, "entryId" | "value" | "reason"> {
  readonly count: number;
  /** When the first of them was cast, Unix ms. */
  readonly firstAt: number;
}

/** How often items were what people got, and what they thought of them. */
export type Uses = Pick<Tallies, "items" | "votes">;

export interface Figures extends Judgement {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly questions: number;
  /** Somebody who asks on two days counts twice: the hash is another one every day. */
  readonly people: number;
  readonly outcomes: Counts;
  /** The questions that are no small talk: of these some are solved. */
  readonly asked: number;
  /** Of the questions with suggestions, those that a tap on one solved. */
  readonly solvedByTap: number;
  /** How sure the bot was on an average, 0…1; undefined where it was not asked to be. */
  readonly confidence: Readonly<Record<Outcome, number | undefined>>;
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

export interface VoteFigures {
  readonly up: number;
  readonly down: number;
  /** Those with most 👎 first. */
  readonly entries: readonly EntryVotes[];
}

export interface EntryVotes {
  readonly entryId: string;
  readonly up: number;
  readonly down: number;
  /** Of the 👎; who gave no reason is in none of them. */
  readonly reasons: Readonly<Record<VoteReason, number>>;
}

const HOURS = 24;

/** A span that begins with the beginning of time is shown from the first record on. */
export function figuresOf(tallies: Tallies, span: Span): Figures {
  const { days, hours, items, people, votes } = tallies;
  const lastDay = moscowDay(span.to - 1);
  const firstDay = span.from > 0 ? moscowDay(span.from) : (firstDayOf(tallies) ?? lastDay);
  const byDay = groupBy(days, dayOf);
  const byOutcome = groupBy(days, ({ outcome }) => outcome);
  const byHour = groupBy(hours, ({ hour }) => hour);
  const sum = (is: (one: DayTally) => boolean) => totalOf(days.filter(is));
  const outcomes = countOutcomes(days);
  const questions = totalOf(days);
  return {
    firstDay,
    lastDay,
    questions,
    people,
    outcomes,
    asked: questions - outcomes.smalltalk,
    solved: addUp(days, "solved"),
    askedAgain: addUp(days, "askedAgain"),
    solvedByTap: addUp(byOutcome.get("suggest") ?? [], "solved"),
    confidence: perOutcome((outcome) => averageOf(byOutcome.get(outcome))),
    places: {
      private: sum(({ place }) => place === "private"),
      group: sum(({ place }) => place === "group"),
    },
    entries: countItems(items, entryOf),
    topics: countItems(items, topicOf),
    votes: countVotes(votes),
    days: daysBetween(firstDay, lastDay).map((day) => ({
      day,
      counts: countOutcomes(byDay.get(day) ?? []),
    })),
    hours: Array.from({ length: HOURS }, (_, hour) => countOutcomes(byHour.get(hour) ?? [])),
  };
}

function addUp(days: readonly DayTally[], what: "solved" | "askedAgain" | "confidence"): number {
  return days.reduce((sum, one) => sum + one[what], 0);
}

function averageOf(days: readonly DayTally[] = []): number | undefined {
  return addUp(days, "confidence") / totalOf(days) || undefined;
}

function dayOf({ day }: DayTally): Day {
  return addDays("1970-01-01", day);
}

function firstDayOf({ days, votes }: Tallies): Day | undefined {
  return [...days.map(dayOf), ...votes.map(({ firstAt }) => moscowDay(firstAt))].toSorted()[0];
}

/** The entry that the asker ended up with. */
export function entryOf({ outcome, itemId, chosenEntryId }: ItemTally): string | undefined {
  return chosenEntryId ?? (outcome === "answer" ? itemId : undefined);
}

function topicOf({ outcome, itemId }: ItemTally): string | undefined {
  return outcome === "topic" ? itemId : undefined;
}

/** Most frequent first; questions without an item are left out. */
function countItems(items: readonly ItemTally[], idOf: (item: ItemTally) => string | undefined): readonly ItemCount[] {
  return Array.from(groupBy(items, idOf), ([id, same]) => (id === undefined ? [] : [{ id, count: totalOf(same) }]))
    .flat()
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

export function countVotes(votes: readonly VoteTally[]): VoteFigures {
  const entries = Array.from(
    groupBy(votes, ({ entryId }) => entryId),
    ([entryId, cast]) => votesOf(entryId, cast),
  ).sort((a, b) => b.down - a.down || b.up - a.up || (a.entryId < b.entryId ? -1 : 1));
  return { up: countOf(votes, "up"), down: countOf(votes, "down"), entries };
}

function votesOf(entryId: string, votes: readonly VoteTally[]): EntryVotes {
  const because = (reason: VoteReason) =>
    totalOf(votes.filter((vote) => vote.value === "down" && vote.reason === reason));
  return {
    entryId,
    up: countOf(votes, "up"),
    down: countOf(votes, "down"),
    reasons: {
      "not-my-question": because("not-my-question"),
      unclear: because("unclear"),
      outdated: because("outdated"),
    },
  };
}

function countOf(votes: readonly VoteTally[], value: Vote["value"]): number {
  return totalOf(votes.filter((vote) => vote.value === value));
}
