// The steps that make the tables. Released steps never change; a new step gets the next number.
import { type Kysely, type Migration, sql } from "kysely";
import {
  createQuestion,
  createSecret,
  createVote,
  indexVoteQuestion,
} from "./record-migrations.ts";
import { isPostgres } from "../postgres/is-postgres.ts";
import { createCall } from "./call-migration.ts";
import { addClaim } from "./claim-migration.ts";
import { createSupport } from "./support-migration.ts";

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
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
};

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
  await sql`create index if not exists inbox_pending on inbox (lane, id) where state = 'pending'`.execute(
    tables,
  );
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
  await tables.schema
    .createTable("chat_state")
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
