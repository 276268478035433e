// What was said last to each person, for half an hour: in the store, so that every replica can go on with the talk.
import { z } from "zod";
import { LAST_REPLY_KEPT_MS, LastReply } from "../dialog/last-reply.ts";
import type { Log } from "../runtime/log.ts";
import { readState, type ChatStates } from "../store/chat-states.ts";

export interface LastReplies {
  /** What was said before the update of this key; undefined where nothing was lately, or it cannot be read. Never rejects. */
  before(updateKey: string, userId: number): Promise<LastReply | undefined>;
  /** Keeps what was said to the update of this key, after `last`. Never rejects: the talk goes on without. */
  keep(said: Said): Promise<void>;
}

export interface Said {
  readonly updateKey: string;
  readonly userId: number;
  readonly last: LastReply | undefined;
  /** Undefined where the reply was about nothing: what was said before remains the last. */
  readonly about: LastReply | undefined;
}

/** An update that is handled again gets the same reply as the first time: what came before it is kept beside. */
const Kept = z.object({
  at: z.number(),
  updateKey: z.string(),
  before: LastReply.optional(),
  last: LastReply,
});

export function createLastReplies(store: Pick<ChatStates, "read" | "write">, now: () => number, log: Log): LastReplies {
  return {
    before: async (updateKey, userId) => {
      try {
        const kept = await readState(store, userId, Kept);
        if (kept === undefined || now() - kept.at > LAST_REPLY_KEPT_MS) return undefined;
        return kept.updateKey === updateKey ? kept.before : kept.last;
      } catch (error) {
        log.warn({ err: error }, "What was said last is not known");
        return undefined;
      }
    },
    keep: async ({ updateKey, userId, last, about }) => {
      if (about === undefined) return;
      try {
        const kept = { at: now(), updateKey, before: last, last: about };
        await store.write(userId, JSON.stringify(kept));
      } catch (error) {
        log.warn({ err: error }, "What was said is not remembered");
      }
    },
  };
}
