// The figures of a period, from what the database has counted: the same as from all rows. Pure.
import type { Tallies } from "../store/tallies.ts";
import { addCounts, groupBy, type Counts, type Outcome } from "./counts.ts";
import type { Figures, ItemCount } from "./figures.ts";
import { daysBetween, moscowDay, type Day } from "./moscow-time.ts";
import type { Span } from "./period.ts";
import { votesOfTallies } from "./vote-figures.ts";

const HOURS = 24;
const MS_PER_DAY = 86_400_000;
const DAY_LENGTH = "2025-09-01".length;
const NONE: Counts = { answer: 0, suggest: 0, topic: 0, smalltalk: 0, none: 0 };

export function figuresOfTallies(tallies: Tallies, span: Span): Figures {
  const { days, hours, items, people, votes } = tallies;
  const firstDay = moscowDay(span.from);
  const lastDay = moscowDay(span.to - 1);
  const byDay = groupBy(days, ({ day }) => dayOf(day));
  const byHour = groupBy(hours, ({ hour }) => hour);
  const sum = (is: (one: Tallies["days"][number]) => boolean) => sumOf(days.filter(is));
  return {
    firstDay,
    lastDay,
    questions: sumOf(days),
    people,
    outcomes: countsOf(days),
    solvedByTap: sum(({ outcome, isChosen }) => outcome === "suggest" && isChosen),
    places: {
      private: sum(({ place }) => place === "private"),
      group: sum(({ place }) => place === "group"),
    },
    entries: itemCounts(items, ({ outcome, itemId, chosenEntryId }) =>
      outcome === "answer" ? (chosenEntryId ?? itemId) : chosenEntryId,
    ),
    topics: itemCounts(items, ({ outcome, itemId }) => (outcome === "topic" ? itemId : undefined)),
    votes: votesOfTallies(votes),
    days: daysBetween(firstDay, lastDay).map((day) => ({ day, counts: countsOf(byDay.get(day)) })),
    hours: Array.from({ length: HOURS }, (_, hour) => countsOf(byHour.get(hour))),
  };
}

interface Tally {
  readonly outcome: Outcome;
  readonly count: number;
}

function dayOf(sinceEpoch: number): Day {
  return new Date(sinceEpoch * MS_PER_DAY).toISOString().slice(0, DAY_LENGTH);
}

function countsOf(tallies: readonly Tally[] = []): Counts {
  return tallies
    .map(({ outcome, count }) => ({ ...NONE, [outcome]: count }))
    .reduce(addCounts, NONE);
}

function sumOf(tallies: readonly { readonly count: number }[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}

/** Most frequent first. */
function itemCounts(
  items: Tallies["items"],
  idOf: (item: Tallies["items"][number]) => string | undefined,
): readonly ItemCount[] {
  const byId = groupBy(items, idOf);
  return Array.from(byId, ([id, same]) => (id === undefined ? [] : [{ id, count: sumOf(same) }]))
    .flat()
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
