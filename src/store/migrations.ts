// The steps that make the tables. Released steps never change; a new step gets the next number.
import { type Kysely, type Migration, sql } from "kysely";

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-inbox": { up: createInbox },
};

// SQLite gets no transaction around a migration from kysely; `ifNotExists` makes a step that was cut short
// repeatable.
async function createInbox(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("inbox")
    .ifNotExists()
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("lane", "text", (column) => column.notNull())
    .addColumn("payload", "text")
    .addColumn("state", "text", (column) => column.notNull().defaultTo("pending"))
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("error", "text")
    .addColumn("received_at", "integer", (column) => column.notNull())
    .addColumn("retry_at", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("finished_at", "integer")
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
