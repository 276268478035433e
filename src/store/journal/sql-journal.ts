// The journal in SQL, the same for SQLite and PostgreSQL.
import type { Selectable } from "kysely";
import { createGroupCommit } from "../inbox/group-commit.ts";
import type { AskedQuestion } from "../../journal/records.ts";
import type { Journal } from "./journal.ts";
import { reporting, inSlices } from "../statements.ts";
import type { QuestionTable, Tables } from "../tables/schema.ts";

export function createSqlJournal(tables: Tables): Journal {
  const recordGrouped = createGroupCommit(async (questions: readonly AskedQuestion[]) => {
    await record(tables, questions);
    return questions;
  });
  return {
    record: (question) =>
      reporting("Recording a question", async () => {
        await recordGrouped(question);
      }),
    choose: (id, entryId) => reporting("Recording a choice", () => choose(tables, id, entryId)),
    markHandled: (ids, handled) =>
      reporting("Marking questions as handled", () => markHandled(tables, ids, handled)),
    find: (id) => reporting("Reading a question", () => find(tables, id)),
    between: (from, to) => reporting("Reading the journal", () => between(tables, from, to)),
    prune: (before) => reporting("Pruning the journal", () => prune(tables, before)),
    forgetPerson: (person) =>
      reporting("Deleting questions of a person", () => forgetPerson(tables, person)),
  };
}

async function record(tables: Tables, questions: readonly AskedQuestion[]): Promise<void> {
  await tables
    .insertInto("question")
    .values(questions.map(rowOf))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

async function choose(tables: Tables, id: string, entryId: string): Promise<void> {
  await tables
    .updateTable("question")
    .set({ chosen_entry_id: entryId })
    .where("id", "=", id)
    .execute();
}

async function markHandled(
  tables: Tables,
  ids: readonly string[],
  handled: string | undefined,
): Promise<void> {
  await inSlices(ids, async (slice) => {
    await tables
      .updateTable("question")
      .set({ handled: handled ?? null })
      .where("id", "in", slice)
      .execute();
  });
}

async function find(tables: Tables, id: string): Promise<AskedQuestion | undefined> {
  const row = await tables
    .selectFrom("question")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : questionOf(row);
}

async function between(
  tables: Tables,
  from: number,
  to: number,
): Promise<readonly AskedQuestion[]> {
  const rows = await tables
    .selectFrom("question")
    .selectAll()
    .where("at", ">=", from)
    .where("at", "<", to)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(questionOf);
}

async function prune(tables: Tables, before: number): Promise<number> {
  const result = await tables.deleteFrom("question").where("at", "<", before).executeTakeFirst();
  return Number(result.numDeletedRows);
}

async function forgetPerson(tables: Tables, person: string): Promise<number> {
  const result = await tables
    .deleteFrom("question")
    .where("person", "=", person)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
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
