// How handling an update ended.
import { sql } from "kysely";
import type { InboxPlace } from "./place.ts";

const ERROR_LENGTH = 500;
const UNCLAIMED = { claimed_by: null, claimed_until: 0 } as const;
/** The lane names the person or the group. */
export const FORGOTTEN = {
  ...UNCLAIMED,
  state: "done",
  payload: null,
  lane: "",
  error: null,
} as const;

export async function markDone({ tables, now }: InboxPlace, ids: readonly number[]): Promise<void> {
  await tables
    .updateTable("inbox")
    .set({ ...FORGOTTEN, finished_at: now() })
    .where("id", "in", ids)
    .execute();
}

export async function giveUp(
  { tables, now }: InboxPlace,
  id: number,
  error: string,
): Promise<void> {
  await tables
    .updateTable("inbox")
    .set({ ...UNCLAIMED, state: "aside", error: cut(error), finished_at: now() })
    .where("id", "=", id)
    .where("state", "=", "pending")
    .execute();
}

export async function markFailed(
  { tables, now }: InboxPlace,
  id: number,
  error: string,
  waitMs: number,
): Promise<void> {
  await tables
    .updateTable("inbox")
    .set((row) => ({
      ...UNCLAIMED,
      attempts: row("attempts", "+", 1),
      error: cut(error),
      retry_at: sql`${now()} + ${sql.lit(waitMs)}`,
    }))
    .where("id", "=", id)
    .where("state", "=", "pending")
    .execute();
}

export async function prune(
  { tables }: InboxPlace,
  state: "done" | "aside",
  before: number,
): Promise<number> {
  const result = await tables
    .deleteFrom("inbox")
    .where("finished_at", "<", before)
    .where("state", "=", state)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

function cut(error: string): string {
  return error.slice(0, ERROR_LENGTH).replaceAll("\0", " ");
}
