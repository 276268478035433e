// Opens the database for looking only, beside a bot that works with it.
import { access } from "node:fs/promises";
import { Kysely, SqliteDialect } from "kysely";
import SqliteFile from "libsql";
import { UsageError } from "../errors.ts";
import { cannotOpen } from "./cannot-open.ts";
import { databasePathOf } from "./database-url.ts";
import type { Journal } from "./journal.ts";
import type { Schema } from "./schema.ts";
import { createSqlJournal } from "./sql-journal.ts";
import { createSqlVotes } from "./sql-votes.ts";
import type { Votes } from "./votes.ts";

const BUSY_TIMEOUT_MS = 5_000;

export interface JournalReading {
  readonly journal: Pick<Journal, "find" | "between">;
  readonly votes: Pick<Votes, "between">;
  close(): Promise<void>;
}

/**
 * Takes no lease and changes no table, so the bot may run meanwhile. Throws UsageError where there is no database, or
 * one in which nothing was ever recorded.
 */
export async function openJournalReadOnly(url: string): Promise<JournalReading> {
  const path = databasePathOf(url);
  await mustExist(path);
  const file = await openFile(path);
  const dialect = new SqliteDialect({
    database: { close: () => void file.close(), prepare: (statement) => file.prepare(statement) },
  });
  const tables = new Kysely<Schema>({ dialect });
  return {
    journal: createSqlJournal(tables),
    votes: createSqlVotes(tables),
    close: () => tables.destroy(),
  };
}

/** SQLite would make the file, and libsql does not know an opening that does not. */
async function mustExist(path: string): Promise<void> {
  try {
    await access(path);
  } catch {
    throw new UsageError(
      `Reading the database "${path}": there is no such file`,
      "Start the bot once, or set DATABASE_URL to the file it works with",
    );
  }
}

async function openFile(path: string): Promise<InstanceType<typeof SqliteFile>> {
  let file: InstanceType<typeof SqliteFile> | undefined;
  try {
    file = new SqliteFile(path, { timeout: BUSY_TIMEOUT_MS });
    file.exec("pragma query_only = on");
    if (hasTables(file)) return file;
  } catch (error) {
    file?.close();
    throw await cannotOpen(path, error);
  }
  file.close();
  throw new UsageError(
    `Reading the database "${path}": it has no journal`,
    "Start this version of the bot once, or set DATABASE_URL to the file it works with",
  );
}

function hasTables(file: InstanceType<typeof SqliteFile>): boolean {
  const statement = "select name from sqlite_master where name in ('question', 'vote')";
  return file.prepare(statement).all().length === 2;
}
