// The figures of a period, from what the database has counted: the same as from all rows. Pure.
import { type Counted, countOutcomes, groupBy, totalOf } from "./counts.ts";
import { countItems, entryOf, topicOf, type Figures } from "./figures.ts";
import { addDays, daysBetween, moscowDay } from "./moscow-time.ts";
import type { Span } from "./period.ts";
import type { AskedQuestion } from "./records.ts";
import { votesOfTallies, type VoteTally } from "./vote-figures.ts";

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

export function figuresOfTallies(tallies: Tallies, span: Span): Figures {
  const { days, hours, items, people, votes } = tallies;
  const firstDay = moscowDay(span.from);
  const lastDay = moscowDay(span.to - 1);
  const byDay = groupBy(days, ({ day }) => addDays("1970-01-01", day));
  const byHour = groupBy(hours, ({ hour }) => hour);
  const sum = (is: (one: Tallies["days"][number]) => boolean) => totalOf(days.filter(is));
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
    votes: votesOfTallies(votes),
    days: daysBetween(firstDay, lastDay).map((day) => ({
      day,
      counts: countOutcomes(byDay.get(day) ?? []),
    })),
    hours: Array.from({ length: HOURS }, (_, hour) => countOutcomes(byHour.get(hour) ?? [])),
  };
}
