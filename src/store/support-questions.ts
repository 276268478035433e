// The questions that parents may hand on to a person, and what came back.
import type { ExpressionBuilder, Selectable } from "kysely";
import { deletedBy, reporting } from "./statements.ts";
import type { Schema, SupportQuestionTable, Tables } from "./tables/schema.ts";

export interface NewQuestion {
  /** Made of the message that asked it, so that the same message makes the same question. */
  readonly id: string;
  readonly userId: number;
  /** Where the answer goes; a private chat may be known by its user only. */
  readonly chatId: number | undefined;
  /** The message that asked, to be quoted above the answer. */
  readonly messageId: string;
  readonly text: string;
  /** Unix ms. */
  readonly createdAt: number;
  /** The copy in the staff chat that this question follows up. */
  readonly followsMessageId?: string | undefined;
}

export interface SupportQuestion extends Omit<NewQuestion, "text"> {
  /** Undefined once it is in the staff chat: nothing needs it any more. */
  readonly text: string | undefined;
  readonly sentAt: number | undefined;
  /** Its copy in the staff chat. */
  readonly staffMessageId: string | undefined;
}

export interface NewAnswer {
  /** The message in the staff chat and what it said: the same is not passed on twice. */
  readonly key: string;
  readonly questionId: string;
  /** The message in the chat of the parent, as far as MAX told its id. */
  readonly messageId: string | undefined;
  readonly deliveredAt: number;
}

/** All methods reject with OutsideError when the database fails. */
export interface SupportQuestions {
  /** Keeps a question until it is sent or too old; one that is known stays as it is. */
  keep(question: NewQuestion): Promise<void>;
  find(id: string): Promise<SupportQuestion | undefined>;
  /** The question whose copy in the staff chat has this id. */
  findByStaffMessage(messageId: string): Promise<SupportQuestion | undefined>;
  /** The question that was answered by this message in the chat of the parent. */
  findByAnswer(messageId: string): Promise<SupportQuestion | undefined>;
  /** Notes that it stands in the staff chat, and deletes its text here. */
  markSent(id: string, staffMessageId: string | undefined, at: number): Promise<void>;
  /** How many were sent since then; of one person, or of all. */
  countSent(since: number, userId?: number): Promise<number>;
  addAnswer(answer: NewAnswer): Promise<void>;
  hasAnswer(key: string): Promise<boolean>;
  /** Deletes what belongs to one person; the number of questions. */
  forget(userId: number): Promise<number>;
  /** Deletes what was not sent and is older than the one, and what was sent before the other. */
  prune(before: { readonly unsent: number; readonly sent: number }): Promise<number>;
}

/** Nobody scrolls back to more of them; what somebody floods the bot with is not all kept. */
const UNSENT_PER_PERSON = 10;

export function createSqlSupportQuestions(tables: Tables): SupportQuestions {
  const one = (attempted: string, column: "id" | "staff_message_id", value: string) =>
    reporting(attempted, async () => {
      const found = tables.selectFrom("support_question").selectAll().where(column, "=", value);
      return questionOf(await found.executeTakeFirst());
    });
  return {
    keep: (question) => reporting("Keeping a question", () => keep(tables, question)),
    find: (id) => one("Reading a question", "id", id),
    findByStaffMessage: (messageId) => one("Looking for the question of a reply", "staff_message_id", messageId),
    findByAnswer: (messageId) =>
      reporting("Looking for the question of an answer", async () => {
        const found = tables
          .selectFrom("support_answer")
          .innerJoin("support_question", "support_question.id", "support_answer.question_id")
          .selectAll("support_question")
          .where("support_answer.message_id", "=", messageId);
        return questionOf(await found.executeTakeFirst());
      }),
    markSent: (id, staffMessageId, at) =>
      reporting("Marking a question as sent", async () => {
        await tables
          .updateTable("support_question")
          .set({ text: null, sent_at: at, staff_message_id: staffMessageId ?? null })
          .where("id", "=", id)
          .execute();
      }),
    countSent: (since, userId) =>
      reporting("Counting questions", async () => {
        let query = tables
          .selectFrom("support_question")
          .select(({ fn }) => fn.countAll().as("count"))
          .where("sent_at", ">", since);
        if (userId !== undefined) query = query.where("user_id", "=", userId);
        return Number((await query.executeTakeFirst())?.count ?? 0);
      }),
    addAnswer: ({ key, questionId, messageId, deliveredAt }) =>
      reporting("Noting an answer", async () => {
        const row = { question_id: questionId, message_id: messageId ?? null };
        await tables
          .insertInto("support_answer")
          .values({ key, ...row, delivered_at: deliveredAt })
          .onConflict((conflict) => conflict.column("key").doNothing())
          .execute();
      }),
    hasAnswer: (key) =>
      reporting("Looking for an answer", async () => {
        const found = tables.selectFrom("support_answer").select("key").where("key", "=", key);
        return (await found.executeTakeFirst()) !== undefined;
      }),
    forget: (userId) =>
      reporting("Deleting the questions of a person", () => remove(tables, (where) => where("user_id", "=", userId))),
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

function questionOf(row: Selectable<SupportQuestionTable> | undefined): SupportQuestion | undefined {
  if (row === undefined) return undefined;
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

type Condition = (
  builder: ExpressionBuilder<Schema, "support_question">,
) => ReturnType<ExpressionBuilder<Schema, "support_question">["or"]>;

/** Questions and the answers to them. */
async function remove(tables: Tables, which: Condition): Promise<number> {
  return tables.transaction().execute(async (transaction) => {
    const gone = transaction.selectFrom("support_question").select("id").where(which);
    await transaction.deleteFrom("support_answer").where("question_id", "in", gone).execute();
    return deletedBy(transaction.deleteFrom("support_question").where(which));
  });
}
