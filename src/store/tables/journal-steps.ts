// The steps that make the tables of the journal, questions and votes. Released steps never change.
import { type Kysely, sql } from "kysely";

// Times are "bigint": "integer" has 32 bits in PostgreSQL.
export async function createQuestion(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("question")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("item_id", "text")
    .addColumn("confidence", "double precision")
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("chosen_entry_id", "text")
    .addColumn("handled", "text")
    .execute();
  const index = tables.schema.createIndex("question_at").ifNotExists();
  await index.on("question").column("at").execute();
}

export async function createVote(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("vote")
    .ifNotExists()
    .addColumn("voter", "text", (column) => column.notNull())
    .addColumn("entry_id", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("question_id", "text")
    .addColumn("at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("vote_key", ["voter", "entry_id"])
    .execute();
  const index = tables.schema.createIndex("vote_at").ifNotExists();
  await index.on("vote").column("at").execute();
}

/** For finding the questions whose answers somebody disliked. */
export async function indexVoteQuestion(tables: Kysely<unknown>): Promise<void> {
  await sql`create index if not exists vote_question on vote (question_id) where question_id is not null`.execute(
    tables,
  );
}

/** For finding what nobody has dealt with, and what was dealt with, in a long journal. */
export async function indexOpenQuestions(tables: Kysely<unknown>): Promise<void> {
  await sql`create index if not exists question_open on question (at)
    where handled is null and (outcome = 'none' or (outcome = 'suggest' and chosen_entry_id is null))`.execute(tables);
  await sql`create index if not exists question_handled on question (at) where handled is not null`.execute(tables);
}

/** Frozen with the index: another bound of the confidence needs another index. */
export const IS_LEFT = `outcome <> 'smalltalk' and (outcome = 'none' or setback is not null
  or (outcome = 'suggest' and chosen_entry_id is null) or (outcome in ('answer', 'topic') and confidence < 0.6))`;

/** What is left to an administrator is more than what was not answered. */
export async function indexLeftQuestions(tables: Kysely<unknown>): Promise<void> {
  await sql`drop index if exists question_open`.execute(tables);
  await sql`create index if not exists question_left on question (at) where handled is null and ${sql.raw(IS_LEFT)}`.execute(
    tables,
  );
}
