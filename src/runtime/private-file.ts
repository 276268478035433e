// Files that hold what people wrote are for the user of the program alone.
import { chmod, stat } from "node:fs/promises";
import type { Log } from "./log.ts";

/** Modes of what is made. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;

/**
 * Takes files and folders that an older version made from everybody else, where that is allowed, and tells the log. They
 * are not opened: SQLite would lose its locks.
 */
export async function keepPrivate(
  paths: readonly string[],
  log: Pick<Log, "info" | "warn"> | undefined,
): Promise<void> {
  for (const path of paths) {
    const outcome = await closeToOthers(path);
    if (outcome === "closed") log?.info({ path }, "Closed to other users of this machine");
    if (outcome === "refused")
      log?.warn({ path }, "Other users of this machine may read this, and that cannot be changed");
  }
}

/** "refused" where it belongs to another user; "nothing" where there is none, or nothing to be taken. */
async function closeToOthers(path: string): Promise<"closed" | "refused" | "nothing"> {
  try {
    const { mode } = await stat(path);
    // Windows has no such modes.
    if ((mode & OTHERS) === 0 || process.platform === "win32") return "nothing";
    await chmod(path, mode & ~OTHERS & 0o7777);
    return "closed";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? "nothing" : "refused";
  }
}
