// How handling an update ended, and what becomes of those that were given up: kept until somebody takes them up or drops them.
import { sql } from "kysely";
import { deletedBy } from "../statements.ts";
import type { DeadLetter } from "./inbox.ts";
import type { InboxPlace } from "./place.ts";

const ERROR_LENGTH = 500;
const UNCLAIMED = { claimed_by: null, claimed_until: 0 } as const;
/** The lane names the person or the group. */
const FORGOTTEN = {
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

export async function readDeadLetters(
  { tables }: InboxPlace,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly DeadLetter[]> {
  const rows = await tables
    .selectFrom("inbox")
    .select(["id", "payload", "error", "received_at", "finished_at"])
    .where("state", "=", "aside")
    .orderBy("finished_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ id, payload, error, received_at, finished_at }) => ({
    id,
    payload: payload ?? "null",
    error: error ?? "",
    receivedAt: received_at,
    givenUpAt: finished_at ?? received_at,
  }));
}

export async function retryDeadLetter({ tables }: InboxPlace, id: number): Promise<boolean> {
  const again = { state: "pending", attempts: 0, retry_at: 0, finished_at: null } as const;
  const updated = tables.updateTable("inbox").set(again).where("id", "=", id);
  return (await updated.where("state", "=", "aside").returning("id").execute()).length === 1;
}

export async function dropDeadLetter({ tables, now }: InboxPlace, id: number): Promise<boolean> {
  const dropped = tables
    .updateTable("inbox")
    .set({ ...FORGOTTEN, finished_at: now() })
    .where("id", "=", id)
    .where("state", "=", "aside");
  return (await dropped.returning("id").execute()).length === 1;
}

export function prune(
  { tables }: InboxPlace,
  state: "done" | "aside",
  before: number,
): Promise<number> {
  const old = tables.deleteFrom("inbox").where("finished_at", "<", before);
  return deletedBy(old.where("state", "=", state));
}

function cut(error: string): string {
  return error.slice(0, ERROR_LENGTH).replaceAll("\0", " ");
}
