// The updates that were given up: kept for whoever looks, until somebody takes them up again or drops them.
import { sql } from "kysely";
import type { InboxPlace } from "./place.ts";
import { type DeadLetter, type InboxSize } from "./inbox.ts";
import { FORGOTTEN } from "./settle.ts";

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

export async function readSize({ tables, now }: InboxPlace): Promise<InboxSize> {
  const count = tables.selectFrom("inbox").select(({ fn }) => fn.countAll().as("count"));
  const pending = await count
    .select(sql<number | null>`${now()} - min(received_at)`.as("oldestMs"))
    .where("state", "=", "pending")
    .executeTakeFirstOrThrow();
  const deadLetters = await count.where("state", "=", "aside").executeTakeFirstOrThrow();
  return {
    pending: Number(pending.count),
    deadLetters: Number(deadLetters.count),
    oldestPendingMs: pending.oldestMs ?? undefined,
  };
}
