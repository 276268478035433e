// Opens the database file, brings its tables up to date and hands out what the rest of the program works with.
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { Kysely, sql } from "kysely";
import type { Log } from "../../runtime/log.ts";
import { keepPrivate } from "../../runtime/private-file.ts";
import { sleep } from "../../runtime/sleep.ts";
import { cannotOpen, connectTo, type DatabaseFile, openDatabaseFile } from "./database-file.ts";
import { createSqliteDialect } from "./dialect.ts";
import { databasePathOf } from "../database-url.ts";
import { ALONE } from "../postgres/election.ts";
import { createLease } from "./lease.ts";
import { migrate } from "../tables/migrations.ts";
import { reporting } from "../statements.ts";
import type { Schema } from "../tables/schema.ts";
import { createSqlInbox } from "../inbox/sql-inbox.ts";
import { createTablesOf, type Store } from "../store.ts";
import { type WatchedFiles, watchFiles } from "./watched-files.ts";

/**
 * Opens `file:./data/bot.db` and the like, making folder, file and tables where they are missing.
 * Throws UsageError when the place cannot be written to or the file is of a newer version.
 */
export async function openSqlite(url: string, now: () => number, log?: Pick<Log, "info" | "warn">): Promise<Store> {
  const path = databasePathOf(url);
  await removeLeftovers(path);
  await keepPrivate([path, `${path}-wal`, `${path}-shm`], log);
  const file = await openDatabaseFile(path, prepareFile);
  const files = watchFiles(path);
  const { mustBeThere } = files;
  const dialect = createSqliteDialect({
    file,
    reopen: () => reconnect(path, files),
    mustBeThere,
    sleep,
  });
  const tables = new Kysely<Schema>({ dialect });
  try {
    await migrate(tables, path);
  } catch (error) {
    await tables.destroy();
    throw await cannotOpen(path, error);
  }
  const { release, ...lease } = createLease(tables, path, mustBeThere);
  const { probe, ...parts } = createTablesOf(tables, now);
  const tidy = () =>
    reporting("Emptying the write-ahead log", async () => {
      await sql`pragma wal_checkpoint(truncate)`.execute(tables);
    });
  return {
    inbox: createSqlInbox({
      tables,
      owner: randomUUID(),
      isAlone: true,
      now: () => sql`${Math.round(now())}`,
      lockInserts: async () => undefined,
    }),
    ...parts,
    probe: async () => {
      mustBeThere();
      await probe();
    },
    lease,
    election: ALONE,
    sharedCalls: undefined,
    tidy,
    close: async () => {
      await release();
      // The log would stay: libsql lets go of a connection when its statements are collected.
      await tidy().catch(() => undefined);
      await tables.destroy();
    },
  };
}

function prepareFile(file: DatabaseFile): void {
  file.prepare("pragma journal_mode = wal").all();
  setUp(file);
  // Fails here and not at the first message where the file can be read but not written.
  file.exec("begin immediate; rollback");
  // From here on other writers are waited for without holding up the program.
  file.prepare("pragma busy_timeout = 0").all();
}

/** Of a database that was deleted while a process worked with it, or killed: SQLite would read them into the new one. */
async function removeLeftovers(path: string): Promise<void> {
  if (existsSync(path)) return;
  // Where that fails, so does the opening, which says why.
  for (const ending of ["-wal", "-shm"]) await rm(`${path}${ending}`, { force: true }).catch(() => undefined);
}

/** Without waiting for anybody. A file that is gone is not made anew: what was in it would be missed by nobody. */
function reconnect(path: string, files: WatchedFiles): DatabaseFile {
  files.reconnected();
  const file = connectTo(path, 0);
  try {
    setUp(file);
    // Opens the log.
    file.prepare("select 1 from sqlite_master").get();
    files.reconnected();
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

function setUp(file: DatabaseFile): void {
  // In WAL mode only FULL waits for the disk at each commit; with less, a power cut loses the last updates.
  file.exec("pragma synchronous = full");
  // What people wrote is overwritten with zeros when it is deleted, not just unlinked.
  file.exec("pragma secure_delete = on");
}
