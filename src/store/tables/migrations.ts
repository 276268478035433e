// The steps that make the tables, and how they are taken. Released steps never change; a new step gets the next number.
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { isPostgres } from "../statements.ts";
import { UsageError } from "../../runtime/errors.ts";
import {
  createQuestion,
  createVote,
  indexLeftQuestions,
  indexOpenQuestions,
  indexVoteQuestion,
} from "./journal-steps.ts";
import type { Tables } from "./schema.ts";

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-inbox": { up: createInbox },
  "002-chat-state": { up: createChatState },
  "003-lease": { up: createLease },
  "004-question": { up: createQuestion },
  "005-vote": { up: createVote },
  "006-secret": { up: createSecret },
  "007-support": { up: createSupport },
  "008-claim": { up: addClaim },
  "009-call": { up: createCall },
  "010-vote-question": { up: indexVoteQuestion },
  "011-probe": { up: createProbe },
  "012-question-open": { up: indexOpenQuestions },
  "013-progress": { up: addProgress },
  "014-group-turns": { up: forgetGroupTurns },
  "015-reading": { up: addReading },
  "016-last-reply": { up: createLastReply },
  "017-setback": { up: addSetback },
  "018-question-left": { up: indexLeftQuestions },
};

/** `name` stands for the database in messages. May be run by several processes at once: on PostgreSQL kysely takes a lock. */
export async function migrate(tables: Tables, name: string): Promise<void> {
  const unknown = (await appliedMigrations(tables)).find((step) => !(step in MIGRATIONS));
  if (unknown !== undefined) {
    throw new UsageError(
      `Opening the database "${name}": it was written by a newer version of the bot ("${unknown}")`,
      "Start the newer version, or set DATABASE_URL to another database",
    );
  }
  const migrator = new Migrator({
    db: tables,
    provider: { getMigrations: async () => MIGRATIONS },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function appliedMigrations(tables: Tables): Promise<readonly string[]> {
  const all = await tables.introspection.getTables({ withInternalKyselyTables: true });
  if (!all.some(({ name }) => name === "kysely_migration")) return [];
  const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(tables);
  return applied.rows.map((row) => row.name);
}

// "integer" has 64 bits in SQLite and 32 in PostgreSQL.
const int8 = (tables: Kysely<unknown>) => (isPostgres(tables) ? "bigint" : "integer");

// SQLite gets no transaction around a migration from kysely; `ifNotExists` makes a step that was cut short
// repeatable.
async function createInbox(tables: Kysely<unknown>): Promise<void> {
  const isNumbered = isPostgres(tables);
  await tables.schema
    .createTable("inbox")
    .ifNotExists()
    .addColumn("id", isNumbered ? "bigserial" : "integer", (column) =>
      isNumbered ? column.primaryKey() : column.primaryKey().autoIncrement(),
    )
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("lane", "text", (column) => column.notNull())
    .addColumn("payload", "text")
    .addColumn("state", "text", (column) => column.notNull().defaultTo("pending"))
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("error", "text")
    .addColumn("received_at", int8(tables), (column) => column.notNull())
    .addColumn("retry_at", int8(tables), (column) => column.notNull().defaultTo(0))
    .addColumn("finished_at", int8(tables))
    .execute();
  await sql`create index if not exists inbox_pending on inbox (lane, id) where state = 'pending'`.execute(tables);
  await sql`create index if not exists inbox_finished on inbox (finished_at) where finished_at is not null`.execute(
    tables,
  );
  await tables.schema
    .createTable("marker")
    .ifNotExists()
    .addColumn("source", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
}

async function createChatState(tables: Kysely<unknown>): Promise<void> {
  await createStates(tables, "chat_state");
}

/** What was said last to each person, for half an hour. */
async function createLastReply(tables: Kysely<unknown>): Promise<void> {
  await createStates(tables, "last_reply");
}

async function createStates(tables: Kysely<unknown>, name: string): Promise<void> {
  await tables.schema
    .createTable(name)
    .ifNotExists()
    .addColumn("chat_id", int8(tables), (column) => column.primaryKey())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("updated_at", int8(tables), (column) => column.notNull())
    .execute();
}

async function createLease(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("lease")
    .ifNotExists()
    .addColumn("id", "integer", (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("pid", "integer", (column) => column.notNull())
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("since", int8(tables), (column) => column.notNull())
    .addColumn("beat_at", int8(tables), (column) => column.notNull())
    .execute();
}

async function createSecret(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("secret")
    .ifNotExists()
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
  await tables.schema
    .createTable("salt")
    .ifNotExists()
    .addColumn("day", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
}

async function createSupport(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("support_question")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("user_id", "bigint", (column) => column.notNull())
    .addColumn("chat_id", "bigint")
    .addColumn("message_id", "text", (column) => column.notNull())
    .addColumn("follows_message_id", "text")
    .addColumn("text", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("sent_at", "bigint")
    .addColumn("staff_message_id", "text")
    .execute();
  await tables.schema
    .createTable("support_answer")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("question_id", "text", (column) => column.notNull())
    .addColumn("message_id", "text")
    .addColumn("delivered_at", "bigint", (column) => column.notNull())
    .execute();
  for (const [table, column] of [
    ["support_question", "user_id"],
    ["support_question", "sent_at"],
    ["support_question", "staff_message_id"],
    ["support_answer", "question_id"],
    ["support_answer", "message_id"],
  ] as const) {
    const index = tables.schema.createIndex(`${table}_${column}`).ifNotExists();
    await index.on(table).column(column).execute();
  }
}

async function columnsOf(tables: Kysely<unknown>, table: string): Promise<readonly string[]> {
  const found = await tables.introspection.getTables();
  return found.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
}

/** Which process handles an update, and which updates go first. */
async function addClaim(tables: Kysely<unknown>): Promise<void> {
  const columns = await columnsOf(tables, "inbox");
  const inbox = tables.schema.alterTable("inbox");
  // One statement each, and only what is missing: SQLite has no "add column if not exists", and a step that was cut
  // short is run again.
  if (!columns.includes("priority"))
    await inbox.addColumn("priority", "integer", (column) => column.notNull().defaultTo(1)).execute();
  if (!columns.includes("claimed_by")) await inbox.addColumn("claimed_by", "text").execute();
  if (!columns.includes("claimed_until"))
    await inbox.addColumn("claimed_until", "bigint", (column) => column.notNull().defaultTo(0)).execute();
  await sql`create index if not exists inbox_aside on inbox (finished_at) where state = 'aside'`.execute(tables);
}

/** Which calls to MAX the processes of one bot have made in the last second; SQLite has one process. */
async function createCall(tables: Kysely<unknown>): Promise<void> {
  if (!isPostgres(tables)) return;
  // Unlogged: a second later nobody needs it, and a server that was killed may begin with an empty one.
  await sql`create unlogged table if not exists call (
    id bigserial primary key,
    chat text,
    started_at bigint not null,
    ended_at bigint
  )`.execute(tables);
}

/** One row, which is written to see whether the database can be. */
async function createProbe(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("probe")
    .ifNotExists()
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .execute();
}

/** Which of several messages that answer an update have arrived. */
async function addProgress(tables: Kysely<unknown>): Promise<void> {
  await addText(tables, "inbox", "progress");
}

/** What was read of a message, as a hash. */
async function addReading(tables: Kysely<unknown>): Promise<void> {
  await addText(tables, "inbox", "reading");
}

/** What followed a question; by the index it is found what somebody asked in the minutes before. */
async function addSetback(tables: Kysely<unknown>): Promise<void> {
  await addText(tables, "question", "setback");
  const index = tables.schema.createIndex("question_person").ifNotExists();
  await index.on("question").columns(["person", "at"]).execute();
}

async function addText(tables: Kysely<unknown>, table: string, name: string): Promise<void> {
  if ((await columnsOf(tables, table)).includes(name)) return;
  await tables.schema.alterTable(table).addColumn(name, "text").execute();
}

/** Who spoke in a group was kept in its state until somebody spoke there again. */
async function forgetGroupTurns(tables: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ chat_id: number; state: string }>`
    select chat_id, state from chat_state where chat_id < 0 and state like '%"userId"%'`.execute(tables);
  for (const { chat_id: chatId, state } of rows) {
    const found: unknown = JSON.parse(state);
    const kept = JSON.stringify({ ...(typeof found === "object" ? found : {}), turns: [] });
    await sql`update chat_state set state = ${kept} where chat_id = ${chatId}`.execute(tables);
  }
}
