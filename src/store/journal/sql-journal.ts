// The journal and the votes in SQL, the same for SQLite and PostgreSQL.
import type { Selectable } from "kysely";
import { createGroupCommit } from "../inbox/group-commit.ts";
import type { AskedQuestion, Vote } from "../../journal/records.ts";
import type { Journal, Votes } from "./journal.ts";
import { deletedBy, inSlices, reporting } from "../statements.ts";
import type { QuestionTable, Tables, VoteTable } from "../tables/schema.ts";

export function createSqlJournal(tables: Tables): Journal {
  const recordGrouped = createGroupCommit(async (questions: readonly AskedQuestion[]) => {
    await tables
      .insertInto("question")
      .values(questions.map(rowOf))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    return questions;
  });
  return {
    record: (question) =>
      reporting("Recording a question", async () => {
        await recordGrouped(question);
      }),
    choose: (id, entryId) =>
      reporting("Recording a choice", async () => {
        const chosen = tables.updateTable("question").set({ chosen_entry_id: entryId });
        await chosen.where("id", "=", id).execute();
      }),
    markHandled: (ids, handled) =>
      reporting("Marking questions as handled", () =>
        inSlices(ids, async (slice) => {
          const marked = tables.updateTable("question").set({ handled: handled ?? null });
          await marked.where("id", "in", slice).execute();
        }),
      ),
    find: (id) =>
      reporting("Reading a question", async () => {
        const found = tables.selectFrom("question").selectAll().where("id", "=", id);
        const row = await found.executeTakeFirst();
        return row === undefined ? undefined : questionOf(row);
      }),
    between: (from, to) =>
      reporting("Reading the journal", async () => {
        const all = tables.selectFrom("question").selectAll();
        const found = all.where("at", ">=", from).where("at", "<", to);
        return (await found.orderBy("at").orderBy("id").execute()).map(questionOf);
      }),
    prune: (before) =>
      reporting("Pruning the journal", () =>
        deletedBy(tables.deleteFrom("question").where("at", "<", before)),
      ),
    forgetPerson: (person) =>
      reporting("Deleting questions of a person", () =>
        deletedBy(tables.deleteFrom("question").where("person", "=", person)),
      ),
  };
}

function rowOf(question: AskedQuestion): QuestionTable {
  const { itemId, chosenEntryId, confidence, handled, ...same } = question;
  return {
    ...same,
    item_id: itemId ?? null,
    confidence: confidence ?? null,
    chosen_entry_id: chosenEntryId ?? null,
    handled: handled ?? null,
  };
}

export function questionOf(row: Selectable<QuestionTable>): AskedQuestion {
  const { item_id, chosen_entry_id, confidence, handled, ...same } = row;
  return {
    ...same,
    itemId: item_id ?? undefined,
    confidence: confidence ?? undefined,
    chosenEntryId: chosen_entry_id ?? undefined,
    handled: handled ?? undefined,
  };
}

export function createSqlVotes(tables: Tables): Votes {
  return {
    cast: ({ voter, entryId, value, reason, questionId, at }) =>
      reporting("Saving a vote", async () => {
        const row = { value, reason: reason ?? null, question_id: questionId ?? null, at };
        await tables
          .insertInto("vote")
          .values({ voter, entry_id: entryId, ...row })
          .onConflict((conflict) => conflict.columns(["voter", "entry_id"]).doUpdateSet(row))
          .execute();
      }),
    between: (from, to) =>
      reporting("Reading the votes", async () => {
        const all = tables.selectFrom("vote").selectAll();
        const found = all.where("at", ">=", from).where("at", "<", to);
        return (await found.orderBy("at").orderBy("voter").execute()).map(voteOf);
      }),
    entryIds: () =>
      reporting("Reading the votes", async () => {
        const rows = await tables.selectFrom("vote").select("entry_id").distinct().execute();
        return rows.map((row) => row.entry_id);
      }),
    prune: (before) =>
      reporting("Pruning the votes", () =>
        deletedBy(tables.deleteFrom("vote").where("at", "<", before)),
      ),
    forget: (keys) =>
      reporting("Deleting votes", () =>
        tables.transaction().execute(async (transaction) => {
          let deleted = 0;
          for (const { voter, entryId } of keys) {
            const deletion = transaction.deleteFrom("vote").where("voter", "=", voter);
            deleted += await deletedBy(deletion.where("entry_id", "=", entryId));
          }
          return deleted;
        }),
      ),
  };
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
