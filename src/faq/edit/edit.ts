// What a change of the text of faq.yaml comes to.
import type { FieldKey, FieldValue } from "./item-fields.ts";
import type { Refused } from "./refusal.ts";
import type { Splice } from "./splice.ts";

/** What was done, so that it can be taken back. */
export type Change =
  | { readonly kind: "phrase"; readonly ownerId: string; readonly phrase: string }
  | { readonly kind: "entry"; readonly id: string }
  | { readonly kind: "item"; readonly id: string; readonly fields: readonly FieldEdit[] };

export interface FieldEdit {
  readonly key: FieldKey;
  /** Absent where the file said nothing, or says nothing any more. */
  readonly before?: FieldValue;
  readonly after?: FieldValue;
}

export interface Edited {
  readonly kind: "edited";
  /** The whole text, the same as before but for the splice. */
  readonly text: string;
  readonly splice: Splice;
  readonly change: Change;
}

export type EditResult = Edited | Refused;
