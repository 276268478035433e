// The questions for a person in SQL, the same for SQLite and PostgreSQL.
import type { ExpressionBuilder, Selectable } from "kysely";
import { reporting } from "./statements.ts";
import type { Schema, SupportQuestionTable, Tables } from "./tables/schema.ts";
import type {
  NewAnswer,
  NewQuestion,
  SupportQuestion,
  SupportQuestions,
} from "./support-questions.ts";

/** Nobody scrolls back to more of them; what somebody floods the bot with is not all kept. */
const UNSENT_PER_PERSON = 10;

export function createSqlSupportQuestions(tables: Tables): SupportQuestions {
  const one = (attempted: string, column: "id" | "staff_message_id", value: string) =>
    reporting(attempted, () => findBy(tables, column, value));
  return {
    keep: (question) => reporting("Keeping a question", () => keep(tables, question)),
    find: (id) => one("Reading a question", "id", id),
    findByStaffMessage: (messageId) =>
      one("Looking for the question of a reply", "staff_message_id", messageId),
    findByAnswer: (messageId) =>
      reporting("Looking for the question of an answer", () => findByAnswer(tables, messageId)),
    markSent: (id, staffMessageId, at) =>
      reporting("Marking a question as sent", () => markSent(tables, id, staffMessageId, at)),
    countSent: (since, userId) =>
      reporting("Counting questions", () => countSent(tables, since, userId)),
    addAnswer: (answer) => reporting("Noting an answer", () => addAnswer(tables, answer)),
    hasAnswer: (key) => reporting("Looking for an answer", () => hasAnswer(tables, key)),
    forget: (userId) =>
      reporting("Deleting the questions of a person", () =>
        remove(tables, (where) => where("user_id", "=", userId)),
      ),
    prune: ({ unsent, sent }) =>
      reporting("Deleting old questions", () =>
        remove(tables, (where) =>
          where.or([
            where.and([where("sent_at", "is", null), where("created_at", "<", unsent)]),
            where("sent_at", "<", sent),
          ]),
        ),
      ),
  };
}

async function keep(tables: Tables, question: NewQuestion): Promise<void> {
  const { userId } = question;
  await tables
    .insertInto("support_question")
    .values({
      id: question.id,
      user_id: userId,
      chat_id: question.chatId ?? null,
      message_id: question.messageId,
      follows_message_id: question.followsMessageId ?? null,
      text: question.text,
      created_at: question.createdAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  const newest = tables
    .selectFrom("support_question")
    .select("id")
    .where("user_id", "=", userId)
    .where("sent_at", "is", null)
    .orderBy("created_at", "desc")
    .limit(UNSENT_PER_PERSON);
  await tables
    .deleteFrom("support_question")
    .where("user_id", "=", userId)
    .where("sent_at", "is", null)
    .where("id", "not in", newest)
    .execute();
}

async function findBy(
  tables: Tables,
  column: "id" | "staff_message_id",
  value: string,
): Promise<SupportQuestion | undefined> {
  const row = await tables
    .selectFrom("support_question")
    .selectAll()
    .where(column, "=", value)
    .executeTakeFirst();
  return row === undefined ? undefined : questionOf(row);
}

async function findByAnswer(
  tables: Tables,
  messageId: string,
): Promise<SupportQuestion | undefined> {
  const row = await tables
    .selectFrom("support_answer")
    .innerJoin("support_question", "support_question.id", "support_answer.question_id")
    .selectAll("support_question")
    .where("support_answer.message_id", "=", messageId)
    .executeTakeFirst();
  return row === undefined ? undefined : questionOf(row);
}

function questionOf(row: Selectable<SupportQuestionTable>): SupportQuestion {
  return {
    id: row.id,
    userId: row.user_id,
    chatId: row.chat_id ?? undefined,
    messageId: row.message_id,
    followsMessageId: row.follows_message_id ?? undefined,
    text: row.text ?? undefined,
    createdAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
    staffMessageId: row.staff_message_id ?? undefined,
  };
}

async function markSent(
  tables: Tables,
  id: string,
  staffMessageId: string | undefined,
  at: number,
): Promise<void> {
  await tables
    .updateTable("support_question")
    .set({ text: null, sent_at: at, staff_message_id: staffMessageId ?? null })
    .where("id", "=", id)
    .execute();
}

async function countSent(tables: Tables, since: number, userId?: number): Promise<number> {
  let query = tables
    .selectFrom("support_question")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("sent_at", ">", since);
  if (userId !== undefined) query = query.where("user_id", "=", userId);
  return Number((await query.executeTakeFirst())?.count ?? 0);
}

async function addAnswer(tables: Tables, answer: NewAnswer): Promise<void> {
  await tables
    .insertInto("support_answer")
    .values({
      key: answer.key,
      question_id: answer.questionId,
      message_id: answer.messageId ?? null,
      delivered_at: answer.deliveredAt,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

async function hasAnswer(tables: Tables, key: string): Promise<boolean> {
  const row = await tables
    .selectFrom("support_answer")
    .select("key")
    .where("key", "=", key)
    .executeTakeFirst();
  return row !== undefined;
}

type Condition = (
  builder: ExpressionBuilder<Schema, "support_question">,
) => ReturnType<ExpressionBuilder<Schema, "support_question">["or"]>;

/** Questions and the answers to them. */
async function remove(tables: Tables, which: Condition): Promise<number> {
  return tables.transaction().execute(async (transaction) => {
    const gone = transaction.selectFrom("support_question").select("id").where(which);
    await transaction.deleteFrom("support_answer").where("question_id", "in", gone).execute();
    const result = await transaction.deleteFrom("support_question").where(which).executeTakeFirst();
    return Number(result.numDeletedRows);
  });
}
