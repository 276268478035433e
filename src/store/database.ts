// DATABASE_URL -> the store in the database it names.
import { isPostgresUrl } from "./database-url.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import type { StoreLog } from "./store-log.ts";
import type { Store } from "./store.ts";

export type { Store } from "./store.ts";

/**
 * Opens `file:./data/bot.db`, `postgres://user@host/name` and the like, making what is missing. `now` in Unix
 * milliseconds counts the waits in SQLite; PostgreSQL has a clock of its own. Throws UsageError when the database cannot be
 * used or is of a newer version.
 */
export function openDatabase(
  url: string,
  now: () => number = Date.now,
  log?: StoreLog,
): Promise<Store> {
  return isPostgresUrl(url) ? openPostgres(url, undefined, log) : openSqlite(url, now);
}
