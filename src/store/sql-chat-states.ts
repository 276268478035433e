// The states of the chats in SQL, the same for SQLite and PostgreSQL.
import type { ChatStates } from "./chat-states.ts";
import { reporting } from "./reporting.ts";
import type { Tables } from "./tables/schema.ts";

export function createSqlChatStates(tables: Tables, now: () => number): ChatStates {
  return {
    read: (chatId) => reporting("Reading the state of a chat", () => read(tables, chatId)),
    write: (chatId, json) =>
      reporting("Saving the state of a chat", () => write(tables, chatId, json, now())),
    remove: (chatId) => reporting("Deleting the state of a chat", () => remove(tables, chatId)),
  };
}

async function read(tables: Tables, chatId: number): Promise<string | undefined> {
  const row = await tables
    .selectFrom("chat_state")
    .select("state")
    .where("chat_id", "=", chatId)
    .executeTakeFirst();
  return row?.state;
}

async function write(tables: Tables, chatId: number, state: string, at: number): Promise<void> {
  await tables
    .insertInto("chat_state")
    .values({ chat_id: chatId, state, updated_at: at })
    .onConflict((conflict) => conflict.column("chat_id").doUpdateSet({ state, updated_at: at }))
    .execute();
}

async function remove(tables: Tables, chatId: number): Promise<void> {
  await tables.deleteFrom("chat_state").where("chat_id", "=", chatId).execute();
}
