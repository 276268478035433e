// The tables of the questions that are handed on to a person.
import type { Kysely } from "kysely";

export async function createSupport(tables: Kysely<unknown>): Promise<void> {
  await tables.schema
    .createTable("support_question")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("user_id", "bigint", (column) => column.notNull())
    .addColumn("chat_id", "bigint")
    .addColumn("message_id", "text", (column) => column.notNull())
    .addColumn("follows_message_id", "text")
    .addColumn("text", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("sent_at", "bigint")
    .addColumn("staff_message_id", "text")
    .execute();
  await tables.schema
    .createTable("support_answer")
    .ifNotExists()
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("question_id", "text", (column) => column.notNull())
    .addColumn("message_id", "text")
    .addColumn("delivered_at", "bigint", (column) => column.notNull())
    .execute();
  for (const [table, column] of [
    ["support_question", "user_id"],
    ["support_question", "sent_at"],
    ["support_question", "staff_message_id"],
    ["support_answer", "question_id"],
    ["support_answer", "message_id"],
  ] as const) {
    const index = tables.schema.createIndex(`${table}_${column}`).ifNotExists();
    await index.on(table).column(column).execute();
  }
}
