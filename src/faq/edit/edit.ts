// What a change of the text of faq.yaml comes to.
import type { Refused } from "./refusal.ts";
import type { Splice } from "./splice.ts";

/** What was added, so that it can be taken back. */
export type Change =
  | { readonly kind: "phrase"; readonly ownerId: string; readonly phrase: string }
  | { readonly kind: "entry"; readonly id: string };

export interface Edited {
  readonly kind: "edited";
  /** The whole text, the same as before but for the splice. */
  readonly text: string;
  readonly splice: Splice;
  readonly change: Change;
}

export type EditResult = Edited | Refused;
