// WizardStates of new entries, one an administrator, kept over restarts and forgotten after an hour.
import { z } from "zod";
import { POOLS } from "../journal/open-group.ts";
import { PERSON_KEPT_MS, readState, type ChatStates } from "../store/chat-states.ts";

const Stored = z.object({
  // The name under which it was always stored.
  kind: z.literal("draft"),
  question: z.string().optional(),
  answer: z.string().optional(),
  categoryId: z.string().optional(),
  /** The question of /unanswered that it came from. */
  from: z.object({ pool: z.enum(POOLS), questionId: z.string() }).optional(),
  /** The message that was taken last, and for what: it may come again, after a kill or edited. */
  taken: z.object({ messageId: z.string(), step: z.enum(["question", "answer"]) }).optional(),
  at: z.number(),
});

export type WizardState = Readonly<Omit<z.infer<typeof Stored>, "kind" | "at">>;

export interface WizardStates {
  /** Undefined where there is none, or none any more. */
  read(userId: number): Promise<WizardState | undefined>;
  write(userId: number, state: WizardState): Promise<void>;
  remove(userId: number): Promise<void>;
}

/** Kept as the state of a chat under the number of the person: chats that have one are groups, with negative numbers. */
export function createWizardStates(states: ChatStates, now: () => number): WizardStates {
  return {
    read: async (userId) => {
      const stored = await readState(states, userId, Stored);
      if (stored === undefined) return undefined;
      const { at, kind: _, ...state } = stored;
      if (now() - at < PERSON_KEPT_MS) return state;
      await states.remove(userId);
      return undefined;
    },
    write: (userId, state) => states.write(userId, JSON.stringify({ kind: "draft", ...state, at: now() })),
    remove: async (userId) => void (await states.remove(userId)),
  };
}
