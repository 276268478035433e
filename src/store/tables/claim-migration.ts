// Which process handles an update, and which updates go first.
import { type Kysely, sql } from "kysely";

export async function addClaim(tables: Kysely<unknown>): Promise<void> {
  const found = await tables.introspection.getTables();
  const columns = found.find(({ name }) => name === "inbox")?.columns.map(({ name }) => name) ?? [];
  const inbox = tables.schema.alterTable("inbox");
  // One statement each, and only what is missing: SQLite has no "add column if not exists", and a step that was cut
  // short is run again.
  if (!columns.includes("priority"))
    await inbox
      .addColumn("priority", "integer", (column) => column.notNull().defaultTo(1))
      .execute();
  if (!columns.includes("claimed_by")) await inbox.addColumn("claimed_by", "text").execute();
  if (!columns.includes("claimed_until"))
    await inbox
      .addColumn("claimed_until", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
  await sql`create index if not exists inbox_aside on inbox (finished_at) where state = 'aside'`.execute(
    tables,
  );
}
