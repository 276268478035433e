// The journal and the votes in SQL, the same for SQLite and PostgreSQL.
import { setImmediate } from "node:timers/promises";
import { sql, type Selectable, type SelectQueryBuilder, type SqlBool } from "kysely";
import { createGroupCommit } from "../inbox/group-commit.ts";
import type { AskedQuestion, Vote } from "../../journal/records.ts";
import { cutQuestion } from "../../text/cut-question.ts";
import type { Journal, Votes } from "./journal.ts";
import { IS_LEFT } from "../tables/journal-steps.ts";
import { deletedBy, deletedInSlices, inSlices, reporting } from "../statements.ts";
import type { QuestionTable, Schema, Tables, VoteTable } from "../tables/schema.ts";

/** Nobody asks more of it again, and who floods the bot is compared with no more. */
const MOST_LATELY = 20;

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
    setBack: (id, setback, since) =>
      reporting("Recording a setback", async () => {
        const asked = tables.updateTable("question").set({ setback }).where("id", "=", id);
        await asked.where("at", ">=", since).where("setback", "is", null).execute();
      }),
    takeBack: (id, setback) =>
      reporting("Taking a setback back", async () => {
        const set = tables.updateTable("question").set({ setback: null }).where("id", "=", id);
        await set.where("setback", "=", setback).execute();
      }),
    askedBy: (person, from) =>
      reporting("Reading what somebody asked", async () => {
        const own = tables.selectFrom("question").selectAll().where("person", "=", person);
        const lately = own.where("at", ">=", from).orderBy("at", "desc").orderBy("id", "desc");
        return (await lately.limit(MOST_LATELY).execute()).map(questionOf);
      }),
    markHandled: (ids, handled) =>
      reporting("Marking questions as handled", () =>
        inSlices(ids, async (slice) => {
          await tables.updateTable("question").set({ handled }).where("id", "in", slice).execute();
        }),
      ),
    unmark: (end) =>
      reporting("Taking marks of questions away", async () => {
        const marked = tables.updateTable("question").where("handled", "is not", null);
        await marked.where(endsWith("handled", end)).set({ handled: null }).execute();
      }),
    find: (id) =>
      reporting("Reading a question", async () => {
        const found = tables.selectFrom("question").selectAll().where("id", "=", id);
        const row = await found.executeTakeFirst();
        return row === undefined ? undefined : questionOf(row);
      }),
    ...openQuestionsIn(tables),
    between: (from, to) =>
      reporting("Reading the journal", async () => {
        const all = tables.selectFrom("question").selectAll();
        const found = all.where("at", ">=", from).where("at", "<", to);
        return (await found.orderBy("at").orderBy("id").execute()).map(questionOf);
      }),
    prune: (before) => reporting("Pruning the journal", () => deletedBefore(tables, before)),
    keepNewest: (count) =>
      reporting("Pruning the journal", async () => {
        const newest = tables.selectFrom("question").select("at").orderBy("at", "desc");
        const first = await newest
          .offset(count - 1)
          .limit(1)
          .executeTakeFirst();
        return first === undefined ? 0 : deletedBefore(tables, first.at);
      }),
    forgetPerson: (person) =>
      reporting("Deleting questions of a person", () =>
        deletedBy(tables.deleteFrom("question").where("person", "=", person)),
      ),
  };
}

type OpenQuestions = Pick<Journal, "findOpen" | "unanswered" | "marked">;

/** Each by its index: a long journal is not read for the few of it that are left to an administrator. */
function openQuestionsIn(tables: Tables): OpenQuestions {
  const questions = tables.selectFrom("question").selectAll();
  const reading = (find: () => Promise<readonly AskedQuestion[]>) => reporting("Reading the journal", find);
  return {
    findOpen: (ids) =>
      reading(async () => {
        const found: AskedQuestion[] = [];
        await inSlices(ids, async (slice) => {
          const open = questions.where("id", "in", slice).where("handled", "is", null);
          found.push(...(await open.execute()).map(questionOf));
          await setImmediate();
        });
        return found;
      }),
    unanswered: (from, limit) => reading(() => newest(questions.where("at", ">=", from).where(IS_UNANSWERED), limit)),
    marked: (start, from, limit) =>
      reading(() => {
        const handled = questions.where("at", ">=", from).where("handled", "is not", null);
        return newest(handled.where("handled", "like", `${start}%`), limit);
      }),
  };
}

/** Rows that are read at a time: SQLite answers at once, and lets nobody else do anything until then. */
const PAGE_LENGTH = 250;

async function newest(
  among: SelectQueryBuilder<Schema, "question", Selectable<QuestionTable>>,
  limit: number,
): Promise<readonly AskedQuestion[]> {
  const found: AskedQuestion[] = [];
  const inOrder = among.orderBy("at", "desc").orderBy("id", "desc");
  for (let page = inOrder; ;) {
    const rows = await page.limit(Math.min(PAGE_LENGTH, limit - found.length)).execute();
    found.push(...rows.map(questionOf));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_LENGTH || found.length >= limit) return found;
    page = inOrder.where((eb) => eb(eb.refTuple("at", "id"), "<", eb.tuple(last.at, last.id)));
    await setImmediate();
  }
}

/** In the words of the index `question_left`, which serves no others; `whyOpen` of journal/records. */
const IS_UNANSWERED = sql<SqlBool>`handled is null and ${sql.raw(IS_LEFT)}`;

function endsWith(column: "handled", end: string) {
  const pattern = `%${end.replace(/[\\%_]/gu, String.raw`\$&`)}`;
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

function deletedBefore(tables: Tables, before: number): Promise<number> {
  return deletedInSlices((limit) => {
    const old = tables.selectFrom("question").select("id").where("at", "<", before);
    return tables.deleteFrom("question").where("id", "in", old.orderBy("at").limit(limit));
  });
}

function rowOf(question: AskedQuestion): QuestionTable {
  const { itemId, chosenEntryId, confidence, handled, setback, ...same } = question;
  return {
    ...same,
    item_id: itemId ?? null,
    confidence: confidence ?? null,
    chosen_entry_id: chosenEntryId ?? null,
    handled: handled ?? null,
    setback: setback ?? null,
  };
}

export function questionOf(row: Selectable<QuestionTable>): AskedQuestion {
  const { item_id, chosen_entry_id, confidence, handled, setback, text, ...same } = row;
  return {
    ...same,
    // What was kept by an older version may be longer.
    text: cutQuestion(text),
    itemId: item_id ?? undefined,
    confidence: confidence ?? undefined,
    chosenEntryId: chosen_entry_id ?? undefined,
    handled: handled ?? undefined,
    setback: setback ?? undefined,
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
      reporting("Pruning the votes", () => deletedBy(tables.deleteFrom("vote").where("at", "<", before))),
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
