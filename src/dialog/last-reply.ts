// What the bot said last to a person: what a short "and where is that?" is about.

export interface LastReply {
  /** What it was: answers, a pointer elsewhere, or entries to choose from. */
  readonly kind: "answer" | "topic" | "suggest";
  /** The entries that it answered with, or the one topic, best first; none where it asked back. */
  readonly itemIds: readonly string[];
  /** The entries that it offered for the question, best first. */
  readonly offeredIds: readonly string[];
  /** The question that it replied to; undefined where something was opened or the question is not recorded. */
  readonly questionId: string | undefined;
}

/** So long a reply is remembered: who comes back later begins anew. */
export const LAST_REPLY_KEPT_MS = 30 * 60_000;
