// What the bot has to know of a chat from one message to the next.
import type { z } from "zod";
import { deletedBy, reporting } from "./statements.ts";
import type { Tables } from "./tables/schema.ts";

/** What a person was writing serves nobody after an hour. */
export const PERSON_KEPT_MS = 3_600_000;

/** One JSON text per chat. All methods reject with OutsideError when the database fails. */
export interface ChatStates {
  /** Undefined where nothing was written for the chat. */
  read(chatId: number): Promise<string | undefined>;
  /** Replaces what was there. */
  write(chatId: number, json: string): Promise<void>;
  /** The number of states that there were. */
  remove(chatId: number): Promise<number>;
  /** Deletes the states of persons, not of groups, that were written before `before` (Unix ms); the number of them. */
  prunePersons(before: number): Promise<number>;
}

/** The state of a chat as `schema` reads it; undefined where there is none, or one of another version perhaps. */
export async function readState<T>(
  states: Pick<ChatStates, "read">,
  chatId: number,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const text = await states.read(chatId);
  return text === undefined ? undefined : schema.safeParse(parsed(text)).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `table`: `chat_state`, or `last_reply` for what was said last to a person, by their number. */
export function createSqlChatStates(
  tables: Tables,
  now: () => number,
  table: "chat_state" | "last_reply" = "chat_state",
): ChatStates {
  return {
    read: (chatId) =>
      reporting("Reading the state of a chat", async () => {
        const found = tables.selectFrom(table).select("state");
        return (await found.where("chat_id", "=", chatId).executeTakeFirst())?.state;
      }),
    write: (chatId, state) =>
      reporting("Saving the state of a chat", async () => {
        const row = { state, updated_at: now() };
        await tables
          .insertInto(table)
          .values({ chat_id: chatId, ...row })
          .onConflict((conflict) => conflict.column("chat_id").doUpdateSet(row))
          .execute();
      }),
    remove: (chatId) =>
      reporting("Deleting the state of a chat", () =>
        deletedBy(tables.deleteFrom(table).where("chat_id", "=", chatId)),
      ),
    prunePersons: (before) =>
      reporting("Deleting old states of persons", () =>
        deletedBy(tables.deleteFrom(table).where("chat_id", ">", 0).where("updated_at", "<", before)),
      ),
  };
}
