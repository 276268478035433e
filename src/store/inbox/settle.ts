// How handling an update ended, and what becomes of those that were given up: kept until somebody takes them up or drops them.
import { sql } from "kysely";
import { deletedBy, reporting } from "../statements.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Inbox } from "./inbox.ts";
import type { InboxPlace } from "./place.ts";

const ERROR_LENGTH = 500;
const UNCLAIMED = { claimed_by: null, claimed_until: 0 } as const;
/** The lane names the person or the group. */
const FORGOTTEN = {
  ...UNCLAIMED,
  state: "done",
  payload: null,
  progress: null,
  lane: "",
  error: null,
} as const;

type Settling = Pick<
  Inbox,
  | ("done" | "failed" | "giveUp")
  | ("deadLetters" | "retryDeadLetter" | "dropDeadLetter")
  | ("prune" | "pruneDeadLetters")
>;

export function settlingIn({ tables, now }: InboxPlace): Settling {
  const update = tables.updateTable("inbox");
  const finish = () => update.set({ ...FORGOTTEN, finished_at: now() });
  const done = createGroupCommit(async (ids: readonly number[]) => {
    await finish().where("id", "in", ids).execute();
    return ids;
  });
  const prune = (state: "done" | "aside", before: number) =>
    deletedBy(
      tables.deleteFrom("inbox").where("finished_at", "<", before).where("state", "=", state),
    );
  return {
    done: (id) =>
      reporting("Marking an update as done", async () => {
        await done(id);
      }),
    failed: (id, error, waitMs) =>
      reporting("Marking an update as failed", async () => {
        const failed = update.set((row) => ({
          ...UNCLAIMED,
          attempts: row("attempts", "+", 1),
          error: cut(error),
          retry_at: sql`${now()} + ${sql.lit(waitMs)}`,
        }));
        await failed.where("id", "=", id).where("state", "=", "pending").execute();
      }),
    giveUp: (id, error) =>
      reporting("Giving an update up", async () => {
        const aside = { state: "aside", error: cut(error), finished_at: now() } as const;
        const given = update.set({ ...UNCLAIMED, ...aside });
        await given.where("id", "=", id).where("state", "=", "pending").execute();
      }),
    deadLetters: ({ limit, offset }) =>
      reporting("Reading what was given up", async () => {
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
      }),
    retryDeadLetter: (id) =>
      reporting("Taking an update up again", async () => {
        const again = { state: "pending", attempts: 0, retry_at: 0, finished_at: null } as const;
        const taken = update.set(again).where("id", "=", id).where("state", "=", "aside");
        return (await taken.returning("id").execute()).length === 1;
      }),
    dropDeadLetter: (id) =>
      reporting("Dropping an update", async () => {
        const dropped = finish().where("id", "=", id).where("state", "=", "aside");
        return (await dropped.returning("id").execute()).length === 1;
      }),
    prune: (before) => reporting("Pruning the inbox", () => prune("done", before)),
    pruneDeadLetters: (before) =>
      reporting("Pruning what was given up", () => prune("aside", before)),
  };
}

function cut(error: string): string {
  return error.slice(0, ERROR_LENGTH).replaceAll("\0", " ");
}
