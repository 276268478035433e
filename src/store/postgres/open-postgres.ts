// Opens a PostgreSQL database, brings its tables up to date and hands out what the rest of the program works with.
import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { UsageError } from "../../runtime/errors.ts";
import { sleep } from "../../runtime/sleep.ts";
import { createElection } from "./election.ts";
import { migrate } from "../tables/migrations.ts";
import { connectAlone, connectForMigration, connectTables, untilReachable } from "./postgres-connection.ts";
import { cannotUsePostgres, placeOf } from "./postgres-trouble.ts";
import { createSharedCalls } from "./shared-calls.ts";
import { createSqlInbox } from "../inbox/sql-inbox.ts";
import { createTablesOf, type Store } from "../store.ts";
import type { Log } from "../../runtime/log.ts";

/** Any number, the same in all processes. */
const INSERT_LOCK = 7_316_001;

/**
 * Throws UsageError where the database cannot be used, or cannot be reached for a minute. `now` is an expression in SQL for
 * the time in Unix milliseconds.
 */
export async function openPostgres(
  url: string,
  now: () => RawBuilder<number> = databaseTime,
  log?: Pick<Log, "info" | "warn">,
): Promise<Store> {
  await untilReachable(url, log);
  await bringUpToDate(url);
  const tables = connectTables(url);
  return {
    inbox: createSqlInbox({
      tables,
      owner: randomUUID(),
      isAlone: false,
      now,
      lockInserts: async (transaction) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(INSERT_LOCK)})`.execute(transaction);
      },
    }),
    ...createTablesOf(tables, Date.now),
    lease: { hold: async () => undefined, check: () => undefined },
    sharedCalls: createSharedCalls(tables, now),
    election: createElection({ connect: () => connectAlone(url), sleep, log }),
    // Deleted rows go with the next vacuum, which is the server's business.
    tidy: async () => undefined,
    close: () => tables.destroy(),
  };
}

async function bringUpToDate(url: string): Promise<void> {
  const place = placeOf(url);
  const tables = connectForMigration(url);
  try {
    await migrate(tables, place);
  } catch (error) {
    throw error instanceof UsageError ? error : cannotUsePostgres(place, error);
  } finally {
    await tables.destroy();
  }
}

/** Of the database, since the clocks of the processes differ. */
function databaseTime(): RawBuilder<number> {
  return sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
}
