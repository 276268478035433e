// Opens the database for looking only, beside a bot that works with it.
import { access } from "node:fs/promises";
import { Kysely, SqliteDialect } from "kysely";
import { UsageError } from "../runtime/errors.ts";
import { type DatabaseFile, openDatabaseFile } from "./sqlite/database-file.ts";
import { databasePathOf, isPostgresUrl } from "./database-url.ts";
import type { CountTallies, Journal } from "./journal/journal.ts";
import { openPostgresReadOnly } from "./postgres/postgres-connection.ts";
import { placeOf } from "./postgres/postgres-trouble.ts";
import type { Schema, Tables } from "./tables/schema.ts";
import { createSqlJournal } from "./journal/sql-journal.ts";
import { createSqlTallies } from "./journal/sql-tallies.ts";

export interface JournalReading {
  readonly journal: Pick<Journal, "find" | "between">;
  readonly tallies: CountTallies;
  close(): Promise<void>;
}

/**
 * Takes no lease and changes no table, so the bot may run meanwhile. Throws UsageError where there is no database, or
 * one in which nothing was ever recorded.
 */
export function openJournalReadOnly(url: string): Promise<JournalReading> {
  return isPostgresUrl(url) ? readPostgres(url) : readFile(url);
}

/** Of the table of questions: without it nothing of this version has worked with the database. */
const NEWEST_COLUMN = "setback";

async function readPostgres(url: string): Promise<JournalReading> {
  const tables = await openPostgresReadOnly(url);
  const found = await tables.introspection.getTables();
  const question = found.find(({ name }) => name === "question");
  const isOfToday = question?.columns.some(({ name }) => name === NEWEST_COLUMN) === true;
  if (isOfToday && found.some(({ name }) => name === "vote")) return readingOf(tables);
  await tables.destroy();
  throw hasNoJournal(placeOf(url));
}

function readingOf(tables: Tables): JournalReading {
  return {
    journal: createSqlJournal(tables),
    tallies: createSqlTallies(tables),
    close: () => tables.destroy(),
  };
}

async function readFile(url: string): Promise<JournalReading> {
  const path = databasePathOf(url);
  await mustExist(path);
  const file = await openDatabaseFile(path, (opened) => {
    opened.exec("pragma query_only = on");
    mustHaveJournal(opened, path);
  });
  const dialect = new SqliteDialect({
    database: { close: () => void file.close(), prepare: (statement) => file.prepare(statement) },
  });
  return readingOf(new Kysely<Schema>({ dialect }));
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

function mustHaveJournal(file: DatabaseFile, path: string): void {
  const statement = `select name from sqlite_master where name = 'vote'
    union all select name from pragma_table_info('question') where name = '${NEWEST_COLUMN}'`;
  if (file.prepare(statement).all().length < 2) throw hasNoJournal(path);
}

function hasNoJournal(place: string): UsageError {
  return new UsageError(
    `Reading the database "${place}": it has no journal of this version`,
    "Start this version of the bot once, or set DATABASE_URL to the database it works with",
  );
}
