// Opens the database file, brings its tables up to date and hands out what the rest of the program works with.
import { randomUUID } from "node:crypto";
import { Kysely, sql, type SqliteDatabase, SqliteDialect } from "kysely";
import { cannotOpen, type DatabaseFile, openDatabaseFile } from "./database-file.ts";
import { databasePathOf } from "../database-url.ts";
import { ALONE } from "../postgres/election.ts";
import { createLease } from "./lease.ts";
import { migrate } from "../tables/migrations.ts";
import { reporting } from "../statements.ts";
import type { Schema } from "../tables/schema.ts";
import { createSqlInbox } from "../inbox/sql-inbox.ts";
import { createTablesOf, type Store } from "../store.ts";

/**
 * Opens `file:./data/bot.db` and the like, making folder, file and tables where they are missing.
 * Throws UsageError when the place cannot be written to or the file is of a newer version.
 */
export async function openSqlite(url: string, now: () => number): Promise<Store> {
  const path = databasePathOf(url);
  const file = await openDatabaseFile(path, prepareFile);
  const tables = new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(file) }) });
  try {
    await migrate(tables, path);
  } catch (error) {
    file.close();
    throw await cannotOpen(path, error);
  }
  const { release, ...lease } = createLease(tables, path);
  return {
    inbox: createSqlInbox({
      tables,
      owner: randomUUID(),
      isAlone: true,
      now: () => sql`${Math.round(now())}`,
      lockInserts: async () => undefined,
    }),
    ...createTablesOf(tables, now),
    lease,
    election: ALONE,
    sharedCalls: undefined,
    tidy: () =>
      reporting("Emptying the write-ahead log", async () => {
        file.prepare("pragma wal_checkpoint(truncate)").all();
      }),
    close: async () => {
      await release();
      await tables.destroy();
    },
  };
}

function prepareFile(file: DatabaseFile): void {
  file.prepare("pragma journal_mode = wal").all();
  // In WAL mode only FULL waits for the disk at each commit; with less, a power cut loses the last updates.
  file.exec("pragma synchronous = full");
  // What people wrote is overwritten with zeros when it is deleted, not just unlinked.
  file.exec("pragma secure_delete = on");
  // Fails here and not at the first message where the file can be read but not written.
  file.exec("begin immediate; rollback");
}

/** More would be statements of varying length, lists of lanes above all. */
const MOST_STATEMENTS = 200;

/**
 * Statements are prepared once: kysely asks for a new one each time, and preparing costs a quarter of running. SQLite ends
 * a transaction itself when the disk is full; the rollback that kysely sends then would fail and hide the true reason.
 */
function forKysely(file: DatabaseFile): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase["prepare"]>>();

  function prepare(text: string): ReturnType<SqliteDatabase["prepare"]> {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = file.prepare(text);
    if (prepared.size >= MOST_STATEMENTS) prepared.clear();
    prepared.set(text, statement);
    return statement;
  }

  return {
    close: () => void file.close(),
    prepare: (text) => prepare(text === "rollback" && !file.inTransaction ? "select 1" : text),
  };
}
