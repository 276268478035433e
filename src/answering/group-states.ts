// What the bot remembers of each group: its mood and its answers over restarts, who spoke lately only in memory.
import { z } from "zod";
import { NEW_GROUP, withoutOld, type GroupState, type Turn } from "../dialog/group/group-state.ts";
import { readState, type ChatStates } from "../store/chat-states.ts";

export interface GroupStates {
  read(chatId: number): Promise<GroupState>;
  /** Undefined forgets the group. */
  write(chatId: number, state: GroupState | undefined): Promise<void>;
}

const Stored = z.object({
  isQuiet: z.boolean(),
  answers: z.array(z.object({ entryId: z.string(), messageId: z.string(), at: z.number() })),
});

/** A state that cannot be read, of another version perhaps, counts as none. */
export function createGroupStates(
  store: Pick<ChatStates, "read" | "write" | "remove">,
  now: () => number,
): GroupStates {
  /** Of the last minute, so that a flood is stopped: a user id would stay in the database until the group speaks again. */
  const turnsByChat = new Map<number, readonly Turn[]>();

  function keepTurns(chatId: number, turns: readonly Turn[]): void {
    turnsByChat.delete(chatId);
    turnsByChat.set(chatId, turns);
    // Those that spoke longest ago stand first.
    for (const [chat, kept] of turnsByChat) {
      if (withoutOld({ ...NEW_GROUP, turns: kept }, now()).turns.length > 0) return;
      turnsByChat.delete(chat);
    }
  }

  return {
    read: async (chatId) => {
      const stored = (await readState(store, chatId, Stored)) ?? NEW_GROUP;
      return { ...stored, turns: turnsByChat.get(chatId) ?? [] };
    },
    write: async (chatId, state) => {
      keepTurns(chatId, state?.turns ?? []);
      if (state === undefined) await store.remove(chatId);
      // Versions that kept turns there do not read a state without.
      else await store.write(chatId, JSON.stringify({ ...state, turns: [] }));
    },
  };
}
