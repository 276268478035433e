// Pages of the journal in SQL, the same for SQLite and PostgreSQL.
import { type ExpressionBuilder, type ExpressionWrapper, sql, type SqlBool } from "kysely";
import { IS_SOLVED, JUDGEMENT } from "./conditions.ts";
import type { JournalFilter, JournalPages, JudgedCount, PagedQuestion, PageRequest } from "./journal.ts";
import { reporting } from "../statements.ts";
import type { Schema, Tables } from "../tables/schema.ts";
import { questionOf } from "./sql-journal.ts";
import { hourOf } from "./sql-tallies.ts";

export function createSqlJournalPages(tables: Tables): JournalPages {
  const reading = <T>(run: () => Promise<T>) => reporting("Reading the journal", run);
  return {
    page: (filter, request) => reading(() => page(tables, filter, request)),
    count: (filter) => reading(() => count(tables, filter)),
    judged: (filter) => reading(() => judged(tables, filter)),
    oldest: () => reading(() => oldest(tables)),
    stamp: () => reading(() => stamp(tables)),
  };
}

type Builder = ExpressionBuilder<Schema, "question">;

/** In the order of time by the index over it, newest first; the id decides between those of one moment. */
async function page(
  tables: Tables,
  filter: JournalFilter,
  { limit, before }: PageRequest,
): Promise<readonly PagedQuestion[]> {
  const rows = await tables
    .selectFrom("question")
    .selectAll()
    .select((query) => query.exists(downVotes(query)).as("disliked"))
    .where((query) => matching(query, filter))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple("at", "id"), "<", eb.tuple(before?.at ?? 0, before?.id ?? ""))),
    )
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ disliked, ...row }) => ({
    ...questionOf(row),
    // SQLite has numbers for it.
    isDisliked: Boolean(disliked),
  }));
}

async function count(tables: Tables, filter: JournalFilter): Promise<number> {
  const counting = tables.selectFrom("question").select(({ fn }) => fn.countAll().as("count"));
  const found = await counting.where((query) => matching(query, filter)).executeTakeFirstOrThrow();
  return Number(found.count);
}

async function judged(tables: Tables, filter: JournalFilter): Promise<JudgedCount> {
  const found = await tables
    .selectFrom("question")
    .select(({ fn }) => fn.countAll().as("questions"))
    .select(sql<number | string>`count(case when outcome <> 'smalltalk' then 1 end)`.as("asked"))
    .select(JUDGEMENT)
    .where((query) => matching(query, filter))
    .executeTakeFirstOrThrow();
  return {
    questions: Number(found.questions),
    asked: Number(found.asked),
    solved: Number(found.solved),
    askedAgain: Number(found.asked_again),
  };
}

async function oldest(tables: Tables): Promise<number | undefined> {
  const found = await tables
    .selectFrom("question")
    .select(({ fn }) => fn.min("at").as("at"))
    .executeTakeFirst();
  return found?.at ?? undefined;
}

async function stamp(tables: Tables): Promise<string> {
  const questions = await tables
    .selectFrom("question")
    .select(({ fn }) => [
      fn.max("at").as("last"),
      fn.countAll().as("count"),
      fn.count("chosen_entry_id").as("chosen"),
      fn.count("handled").as("handled"),
      fn.count("setback").as("setbacks"),
    ])
    .executeTakeFirstOrThrow();
  const votes = await tables
    .selectFrom("vote")
    .select(({ fn }) => [fn.max("at").as("last"), fn.countAll().as("count")])
    .executeTakeFirstOrThrow();
  return [...Object.values(questions), ...Object.values(votes)].join(" ");
}

function matching(query: Builder, filter: JournalFilter): ExpressionWrapper<Schema, "question", SqlBool> {
  const { from, to, place, outcomes: among, solved, setback, itemId, hour } = filter;
  const wanted =
    filter.isDisliked === true
      ? [query.exists(downVotes(query).where("vote.at", ">=", from).where("vote.at", "<", to))]
      : [query("at", ">=", from), query("at", "<", to)];
  if (place !== undefined) wanted.push(query("place", "=", place));
  if (among !== undefined) wanted.push(query("outcome", "in", among));
  if (solved !== undefined) wanted.push(query(IS_SOLVED, "=", sql.lit(true)));
  if (solved === "by-tap") wanted.push(query("outcome", "=", "suggest"));
  if (setback !== undefined) wanted.push(query("setback", "=", setback));
  if (itemId !== undefined) wanted.push(isAbout(query, itemId));
  if (hour !== undefined) wanted.push(query(hourOf(hour.offsetMs), "=", hour.hour));
  return query.and(wanted);
}

/** As the figures count it: who chose another entry ended up there, a topic stays one. */
function isAbout(query: Builder, itemId: string) {
  const isFinal = query.or([query("chosen_entry_id", "is", null), query("outcome", "in", ["topic", "smalltalk"])]);
  return query.or([query("chosen_entry_id", "=", itemId), query.and([query("item_id", "=", itemId), isFinal])]);
}

function downVotes(query: Builder) {
  return query
    .selectFrom("vote")
    .select("vote.voter")
    .whereRef("vote.question_id", "=", "question.id")
    .where("vote.value", "=", "down");
}
