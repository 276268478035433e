// Questions and votes counted in SQL, the same for SQLite and PostgreSQL: to read them all would take ten times as long.
import { sql } from "kysely";
import { DAY_MS } from "../../text/local-date.ts";
import { JUDGEMENT } from "./conditions.ts";
import { reporting } from "../statements.ts";
import type { Tables } from "../tables/schema.ts";
import { moscowDay, moscowOffsetMs } from "../../journal/moscow-time.ts";
import type { CountTallies, CountUses, TallyFilter } from "./journal.ts";
import type { Tallies, Uses } from "../../journal/figures.ts";

const MS_PER_HOUR = 3_600_000;
const HOURS_PER_DAY = 24;

export function createSqlTallies(tables: Tables): CountTallies {
  return (filter) =>
    counting(async () => ({
      days: await daysOf(tables, filter),
      hours: await hoursOf(tables, filter),
      people: await peopleOf(tables, filter),
      ...(await usesOf(tables, filter)),
    }));
}

export function createSqlUses(tables: Tables): CountUses {
  return (filter) => counting(() => usesOf(tables, filter));
}

function counting<T>(run: () => Promise<T>): Promise<T> {
  return reporting("Counting the questions", run);
}

async function usesOf(tables: Tables, filter: TallyFilter): Promise<Uses> {
  return { items: await itemsOf(tables, filter), votes: await votesOf(tables, filter) };
}

/** One of several statements, so that a bot on SQLite answers in between. */
function questions(tables: Tables, { from, to, place }: TallyFilter) {
  return tables
    .selectFrom("question")
    .where("at", ">=", from)
    .where("at", "<", to)
    .$if(place !== undefined, (query) => query.where("place", "=", place ?? "private"));
}

/** Of the last day: the clocks of Moscow may change, but not while anybody keeps questions. */
function offsetOf({ to }: TallyFilter): number {
  return moscowOffsetMs(moscowDay(to - 1));
}

async function daysOf(tables: Tables, filter: TallyFilter): Promise<Tallies["days"]> {
  const day = dayOf(offsetOf(filter));
  const rows = await questions(tables, filter)
    .select([day.as("day"), "outcome", "place"])
    .select(({ fn }) => [fn.countAll().as("count"), fn.sum("confidence").as("confidence")])
    .select(JUDGEMENT)
    .groupBy([day, "outcome", "place"])
    .execute();
  return rows.map(({ solved, asked_again, count, confidence, ...same }) => ({
    ...same,
    count: Number(count),
    confidence: Number(confidence ?? 0),
    solved: Number(solved),
    askedAgain: Number(asked_again),
  }));
}

async function hoursOf(tables: Tables, filter: TallyFilter): Promise<Tallies["hours"]> {
  const hour = hourOf(offsetOf(filter));
  const rows = await questions(tables, filter)
    .select([hour.as("hour"), "outcome"])
    .select(({ fn }) => fn.countAll().as("count"))
    .groupBy([hour, "outcome"])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function itemsOf(tables: Tables, filter: TallyFilter): Promise<Uses["items"]> {
  const rows = await questions(tables, filter)
    .select(["outcome", "item_id", "chosen_entry_id"])
    .select(({ fn }) => fn.countAll().as("count"))
    .groupBy(["outcome", "item_id", "chosen_entry_id"])
    .execute();
  return rows.map(({ outcome, item_id, chosen_entry_id, count }) => ({
    outcome,
    itemId: item_id ?? undefined,
    chosenEntryId: chosen_entry_id ?? undefined,
    count: Number(count),
  }));
}

async function peopleOf(tables: Tables, filter: TallyFilter): Promise<number> {
  const found = await questions(tables, filter)
    .select(({ fn }) => fn.count("person").distinct().as("people"))
    .executeTakeFirstOrThrow();
  return Number(found.people);
}

/** A vote belongs to the place of its question; without one the answer was opened from the menu, in private. */
async function votesOf(tables: Tables, { from, to, place }: TallyFilter): Promise<Uses["votes"]> {
  const placeOfVote = sql<string>`coalesce(question.place, 'private')`;
  const rows = await tables
    .selectFrom("vote")
    .leftJoin("question", "question.id", "vote.question_id")
    .where("vote.at", ">=", from)
    .where("vote.at", "<", to)
    .$if(place !== undefined, (query) => query.where(placeOfVote, "=", place ?? ""))
    .select(["vote.entry_id", "vote.value", "vote.reason"])
    .select(({ fn }) => [fn.countAll().as("count"), fn.min("vote.at").as("first_at")])
    .groupBy(["vote.entry_id", "vote.value", "vote.reason"])
    .execute();
  return rows.map(({ entry_id, value, reason, count, first_at }) => ({
    entryId: entry_id,
    value,
    reason: reason ?? undefined,
    count: Number(count),
    firstAt: first_at,
  }));
}

/** Days since 1970 of the clock that is `offsetMs` ahead of UTC. */
function dayOf(offsetMs: number) {
  return sql<number>`(at + ${sql.lit(offsetMs)}) / ${sql.lit(DAY_MS)}`;
}

/** 0…23 of the clock that is `offsetMs` ahead of UTC. */
export function hourOf(offsetMs: number) {
  return sql<number>`((at + ${sql.lit(offsetMs)}) / ${sql.lit(MS_PER_HOUR)}) % ${sql.lit(HOURS_PER_DAY)}`;
}
