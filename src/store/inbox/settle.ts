// How handling an update ended, and what becomes of those that were given up: kept until somebody takes them up or drops them.
import { sql, type SqlBool } from "kysely";
import { deletedBy, deletedInSlices, reporting } from "../statements.ts";
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
  | ("prune" | "pruneUnanswered" | "keepNewestDeadLetters" | "forget")
>;

export function settlingIn({ tables, owner, isAlone, now }: InboxPlace): Settling {
  const update = tables.updateTable("inbox");
  const finish = () => update.set({ ...FORGOTTEN, finished_at: now() });
  /** What another process has taken over meanwhile is settled by that one; of SQLite the claims of others hold nobody. */
  const isOurs = isAlone ? sql<SqlBool>`true` : sql<SqlBool>`(claimed_by is null or claimed_by = ${owner})`;
  const done = createGroupCommit(async (ids: readonly number[]) => {
    await finish().where("id", "in", ids).where(isOurs).execute();
    return ids;
  });
  /** Of one that is pending. */
  const pending = (changed: typeof update, id: number) =>
    changed.where("id", "=", id).where("state", "=", "pending").where(isOurs).execute();
  const deletion = tables.deleteFrom("inbox");
  const prune = (state: "done" | "aside", before: number) =>
    deletedInSlices((limit) => {
      const old = tables.selectFrom("inbox").select("id").where("finished_at", "<", before);
      return deletion.where("id", "in", old.where("state", "=", state).limit(limit));
    });
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
        await pending(failed, id);
      }),
    giveUp: (id, error) =>
      reporting("Giving an update up", async () => {
        const aside = { state: "aside", error: cut(error), finished_at: now() } as const;
        const given = update.set({ ...UNCLAIMED, ...aside });
        await pending(given, id);
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
    pruneUnanswered: (before) =>
      reporting("Pruning what was not answered", () =>
        deletedBy(deletion.where("received_at", "<", before).where("state", "!=", "done")),
      ),
    keepNewestDeadLetters: (count) =>
      reporting("Pruning what was given up", async () => {
        const aside = tables.selectFrom("inbox").select("finished_at").where("state", "=", "aside");
        const newest = aside.orderBy("finished_at", "desc");
        const first = await newest
          .offset(count - 1)
          .limit(1)
          .executeTakeFirst();
        return prune("aside", first?.finished_at ?? 0);
      }),
    forget: (userId) =>
      reporting("Deleting what was given up of a person", () =>
        deletedBy(deletion.where("state", "=", "aside").where(naming(userId))),
      ),
  };
}

/** As JSON names a person; in a text that somebody wrote there would be backslashes before the quotes. */
function naming(userId: number) {
  const field = `%"user_id":${userId}`;
  return sql<SqlBool>`(payload like ${`${field},%`} or payload like ${`${field}}%`})`;
}

function cut(error: string): string {
  return error.slice(0, ERROR_LENGTH).replaceAll("\0", " ");
}
