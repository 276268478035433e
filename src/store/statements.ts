// How statements are run, whatever database is behind: failures named, long lists in parts.
import { setImmediate } from "node:timers/promises";
import { type DeleteResult, type Kysely, PostgresAdapter } from "kysely";
import { OutsideError } from "../runtime/errors.ts";

/** Turns whatever the database throws into an OutsideError that says what was attempted. */
export async function reporting<T>(attempted: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutsideError(`${attempted}: the database failed: ${reason}`, {
      isRetryable: true,
      cause: error,
    });
  }
}

/** SQLite takes at most 32,766 parameters in one statement. */
const SLICE_LENGTH = 500;

/** Runs `run` over the list, 500 items at a time, one after another. */
export async function inSlices<T>(items: readonly T[], run: (slice: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += SLICE_LENGTH) {
    await run(items.slice(start, start + SLICE_LENGTH));
  }
}

/** Deletes `SLICE_LENGTH` rows at a time with `next`, until there are no more; others have their turn in between. */
export async function deletedInSlices(next: (limit: number) => Parameters<typeof deletedBy>[0]): Promise<number> {
  for (let all = 0; ;) {
    const count = await deletedBy(next(SLICE_LENGTH));
    all += count;
    if (count < SLICE_LENGTH) return all;
    await setImmediate();
  }
}

/** Which of the two databases it is, for the few statements that differ. */
export function isPostgres(tables: Kysely<unknown>): boolean {
  return tables.getExecutor().adapter instanceof PostgresAdapter;
}

/** Runs a deletion; the number of rows that it found. */
export async function deletedBy(deletion: {
  readonly executeTakeFirst: () => Promise<DeleteResult | undefined>;
}): Promise<number> {
  return Number((await deletion.executeTakeFirst())?.numDeletedRows ?? 0);
}
