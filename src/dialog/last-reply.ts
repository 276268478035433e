// What the bot said last to a person: what a short "and where is that?" is about.
import { z } from "zod";

/** As it is kept from one message to the next. */
export const LastReply = z.object({
  /** What it was: answers, a pointer elsewhere, or entries to choose from. */
  kind: z.enum(["answer", "topic", "suggest"]),
  /** The entries that it answered with, or the one topic, best first; none where it asked back. */
  itemIds: z.array(z.string()).readonly(),
  /** The entries that it offered for the question, best first. */
  offeredIds: z.array(z.string()).readonly(),
  /** The question that it replied to; undefined where something was opened or the question is not recorded. */
  questionId: z.string().optional(),
});

type Read = Readonly<z.output<typeof LastReply>>;
export type LastReply = Omit<Read, "questionId"> & { readonly questionId?: string | undefined };

/** So long a reply is remembered: who comes back later begins anew. */
export const LAST_REPLY_KEPT_MS = 30 * 60_000;
