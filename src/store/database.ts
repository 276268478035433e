// Opens the database, brings its tables up to date and hands out what the rest of the program works with.
import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import { Kysely, Migrator, sql, type SqliteDatabase, SqliteDialect } from "kysely";
import SqliteFile from "libsql";
import { UsageError } from "../errors.ts";
import { cannotOpen } from "./cannot-open.ts";
import type { ChatStates } from "./chat-states.ts";
import { databasePathOf } from "./database-url.ts";
import { makeFolder } from "./folder.ts";
import type { Inbox } from "./inbox.ts";
import type { Journal } from "./journal.ts";
import { createLease, type Lease } from "./lease.ts";
import { MIGRATIONS } from "./migrations.ts";
import { reporting } from "./reporting.ts";
import type { Schema, Tables } from "./schema.ts";
import type { Secrets } from "./secrets.ts";
import { createSqlChatStates } from "./sql-chat-states.ts";
import { createSqlInbox } from "./sql-inbox.ts";
import { createSqlJournal } from "./sql-journal.ts";
import { createSqlSecrets } from "./sql-secrets.ts";
import { createSqlVotes } from "./sql-votes.ts";
import type { Votes } from "./votes.ts";
import { createSqlSupportQuestions } from "./sql-support-questions.ts";
import type { SupportQuestions } from "./support-questions.ts";

const BUSY_TIMEOUT_MS = 5_000;

export interface Store {
  readonly inbox: Inbox;
  readonly chatStates: ChatStates;
  readonly journal: Journal;
  readonly votes: Votes;
  readonly secrets: Secrets;
  readonly supportQuestions: SupportQuestions;
  /** To be held by whoever works on the inbox: two of them would answer everything twice. */
  readonly lease: Lease;
  /**
   * Empties the write-ahead log, in which what was deleted can be read until then. Rejects with OutsideError; while
   * somebody else reads the database there is nothing done, and no error.
   */
  readonly tidy: () => Promise<void>;
  /** Lets go of the lease as well. */
  close(): Promise<void>;
}

/**
 * Opens `file:./data/bot.db` and the like, making folder, file and tables where they are missing.
 * Throws UsageError when the place cannot be written to or the file is of a newer version.
 */
export async function openDatabase(url: string, now: () => number = Date.now): Promise<Store> {
  const path = databasePathOf(url);
  const file = await openFile(path);
  const tables = new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(file) }) });
  try {
    await migrate(tables, path);
  } catch (error) {
    file.close();
    throw error instanceof UsageError ? error : await cannotOpen(path, error);
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
    chatStates: createSqlChatStates(tables, now),
    journal: createSqlJournal(tables),
    votes: createSqlVotes(tables),
    secrets: createSqlSecrets(tables),
    supportQuestions: createSqlSupportQuestions(tables),
    lease,
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

type SqliteFile = InstanceType<typeof SqliteFile>;

async function openFile(path: string): Promise<SqliteFile> {
  let file: SqliteFile | undefined;
  try {
    await makeFolder(dirname(path));
    file = new SqliteFile(path, { timeout: BUSY_TIMEOUT_MS });
    prepareFile(file);
    return file;
  } catch (error) {
    file?.close();
    throw await cannotOpen(path, error);
  }
}

function prepareFile(file: SqliteFile): void {
  file.prepare("pragma journal_mode = wal").all();
  // In WAL mode only FULL waits for the disk at each commit; with less, a power cut loses the last updates.
  file.exec("pragma synchronous = full");
  // What people wrote is overwritten with zeros when it is deleted, not just unlinked.
  file.exec("pragma secure_delete = on");
  // Fails here and not at the first message where the file can be read but not written.
  file.exec("begin immediate; rollback");
}

// SQLite ends a transaction itself when the disk is full. The rollback that kysely sends then would fail and
// hide the true reason.
function forKysely(file: SqliteFile): SqliteDatabase {
  return {
    close: () => void file.close(),
    prepare: (statement) =>
      file.prepare(statement === "rollback" && !file.inTransaction ? "select 1" : statement),
  };
}

async function migrate(tables: Tables, path: string): Promise<void> {
  const migrator = new Migrator({
    db: tables,
    provider: { getMigrations: async () => MIGRATIONS },
  });
  const unknown = (await appliedMigrations(tables)).find((name) => !(name in MIGRATIONS));
  if (unknown !== undefined) {
    throw new UsageError(
      `Opening the database "${path}": it was written by a newer version of the bot ("${unknown}")`,
      "Start the newer version, or set DATABASE_URL to another file",
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function appliedMigrations(tables: Tables): Promise<readonly string[]> {
  const found = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(
    tables,
  );
  if (found.rows.length === 0) return [];
  const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(tables);
  return applied.rows.map((row) => row.name);
}
