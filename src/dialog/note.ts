// What is worth recording of a turn: said by the talk, kept by the shell.
import type { Decision } from "../search/decide.ts";
import type { Setback, VoteReason, VoteValue } from "../journal/records.ts";
import type { Outcome } from "../faq/outcome.ts";

export type Note =
  /** A text that went to the matcher. */
  | {
      readonly kind: "asked";
      /** As it was written: to be masked before it is kept. */
      readonly text: string;
      readonly outcome: Outcome;
      readonly itemId: string | undefined;
      readonly confidence: number | undefined;
    }
  /** One of the entries that were offered for a question was opened. */
  | { readonly kind: "chosen"; readonly questionId: string; readonly entryId: string }
  | {
      readonly kind: "voted";
      readonly entryId: string;
      readonly value: VoteValue;
      readonly reason: VoteReason | undefined;
      readonly questionId: string | undefined;
    }
  /** What was said of a reply tells that it did not do. */
  | { readonly kind: "setback"; readonly questionId: string; readonly setback: Setback };

const HAS_WORD = /[\p{L}\p{N}]/u;

export function hasWord(text: string): boolean {
  return HAS_WORD.test(text);
}

/** Undefined for a text that asks nothing: smileys, question marks. */
export function askedNote(text: string, { outcome, answers, suggestions }: Decision): Note | undefined {
  if (!hasWord(text)) return undefined;
  const [first] = answers;
  const confidence = (first ?? suggestions[0])?.confidence;
  return { kind: "asked", text, outcome, itemId: first?.item.id, confidence };
}
