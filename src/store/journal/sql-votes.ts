// The votes in SQL, the same for SQLite and PostgreSQL.
import type { Selectable } from "kysely";
import { reporting } from "../statements.ts";
import type { Tables, VoteTable } from "../tables/schema.ts";
import type { Vote } from "../../journal/records.ts";
import type { VoteKey, Votes } from "./journal.ts";

export function createSqlVotes(tables: Tables): Votes {
  return {
    cast: (vote) => reporting("Saving a vote", () => cast(tables, vote)),
    between: (from, to) => reporting("Reading the votes", () => between(tables, from, to)),
    entryIds: () => reporting("Reading the votes", () => entryIds(tables)),
    prune: (before) => reporting("Pruning the votes", () => prune(tables, before)),
    forget: (keys) =>
      reporting("Deleting votes", () =>
        tables.transaction().execute((transaction) => forget(transaction, keys)),
      ),
  };
}

async function cast(tables: Tables, vote: Vote): Promise<void> {
  const { voter, entryId, value, at } = vote;
  const row = { value, reason: vote.reason ?? null, question_id: vote.questionId ?? null, at };
  await tables
    .insertInto("vote")
    .values({ voter, entry_id: entryId, ...row })
    .onConflict((conflict) => conflict.columns(["voter", "entry_id"]).doUpdateSet(row))
    .execute();
}

async function between(tables: Tables, from: number, to: number): Promise<readonly Vote[]> {
  const rows = await tables
    .selectFrom("vote")
    .selectAll()
    .where("at", ">=", from)
    .where("at", "<", to)
    .orderBy("at")
    .orderBy("voter")
    .execute();
  return rows.map(voteOf);
}

async function entryIds(tables: Tables): Promise<readonly string[]> {
  const rows = await tables.selectFrom("vote").select("entry_id").distinct().execute();
  return rows.map((row) => row.entry_id);
}

async function prune(tables: Tables, before: number): Promise<number> {
  const result = await tables.deleteFrom("vote").where("at", "<", before).executeTakeFirst();
  return Number(result.numDeletedRows);
}

async function forget(tables: Tables, keys: readonly VoteKey[]): Promise<number> {
  let deleted = 0;
  for (const { voter, entryId } of keys) {
    const deleting = tables.deleteFrom("vote").where("voter", "=", voter);
    const result = await deleting.where("entry_id", "=", entryId).executeTakeFirst();
    deleted += Number(result.numDeletedRows);
  }
  return deleted;
}

function voteOf(row: Selectable<VoteTable>): Vote {
  const { entry_id, question_id, reason, ...same } = row;
  return {
    ...same,
    entryId: entry_id,
    reason: reason ?? undefined,
    questionId: question_id ?? undefined,
  };
}
