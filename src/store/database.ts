// DATABASE_URL -> the store in the database it names.
import { isPostgresUrl } from "./database-url.ts";
import type { Log } from "../runtime/log.ts";
import type { Store } from "./store.ts";

/**
 * Opens `file:./data/bot.db`, `postgres://user@host/name` and the like, making what is missing. `now` in Unix
 * milliseconds counts the waits in SQLite; PostgreSQL has a clock of its own. Throws UsageError when the database cannot be
 * used or is of a newer version.
 */
export async function openDatabase(
  url: string,
  now: () => number = Date.now,
  log?: Pick<Log, "info" | "warn">,
): Promise<Store> {
  // A driver takes time and memory to load, and one of them is never used.
  if (isPostgresUrl(url)) {
    const { openPostgres } = await import("./postgres/open-postgres.ts");
    return openPostgres(url, undefined, log);
  }
  const { openSqlite } = await import("./sqlite/open-sqlite.ts");
  return openSqlite(url, now, log);
}
