// DATABASE_URL: which database it names, and where the file is.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../runtime/errors.ts";

const HINT = "Set DATABASE_URL to a file, for example file:./data/bot.db, or to postgres://user:password@host/name";

export function isPostgresUrl(url: string): boolean {
  return /^postgres(?:ql)?:/iu.test(url);
}

/** The absolute path of a `file:` address; throws UsageError for anything else. */
export function databasePathOf(url: string): string {
  const path = /^file:(?<path>.+)$/iu.exec(url)?.groups?.["path"];
  if (path === undefined) {
    throw new UsageError(
      "Opening the database: DATABASE_URL is not an address that starts with file: or postgres:",
      HINT,
    );
  }
  return path.startsWith("//") ? pathOfFullUrl(url) : resolve(path);
}

function pathOfFullUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Opening the database "${url}": ${reason}`, HINT);
  }
}
