// Brings the tables up to date, and refuses those of a newer version of the program.
import { Migrator, sql } from "kysely";
import { UsageError } from "../../runtime/errors.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./schema.ts";

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
