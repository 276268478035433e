// What the bot remembers of each group, kept over restarts.
import { z } from "zod";
import { NEW_GROUP, type GroupState } from "../dialog/group/group-state.ts";
import { readState, type ChatStates } from "../store/chat-states.ts";

export interface GroupStates {
  read(chatId: number): Promise<GroupState>;
  /** Undefined forgets the group. */
  write(chatId: number, state: GroupState | undefined): Promise<void>;
}

const Stored = z.object({
  isQuiet: z.boolean(),
  answers: z.array(z.object({ entryId: z.string(), messageId: z.string(), at: z.number() })),
  turns: z.array(z.object({ userId: z.number(), at: z.number() })),
});

/** A state that cannot be read, of another version perhaps, counts as none. */
export function createGroupStates(store: ChatStates): GroupStates {
  return {
    read: async (chatId) => (await readState(store, chatId, Stored)) ?? NEW_GROUP,
    write: (chatId, state) =>
      state === undefined ? store.remove(chatId) : store.write(chatId, JSON.stringify(state)),
  };
}
