// What a change of the text of faq.yaml comes to: the text after it, or why it is not made (worded by word-refusal.ts).
import type { FieldKey, FieldValue, SideTopicFields, EntryFields } from "./item-fields.ts";
import type { Splice } from "./splice.ts";

/** What was done, so that it can be taken back. */
export type Change =
  | { readonly kind: "phrase"; readonly ownerId: string; readonly phrase: string }
  | MovedPhrase
  | { readonly kind: "entry"; readonly id: string }
  | ChangedItem;

export interface MovedPhrase {
  readonly kind: "moved";
  readonly phrase: string;
  readonly fromId: string;
  readonly ownerId: string;
}

export interface ChangedItem {
  readonly kind: "item";
  readonly id: string;
  readonly fields: readonly FieldEdit[];
}

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

export type Refusal =
  /** There is no such file, or no right to read it; the message is Russian. */
  | { readonly kind: "unreadable-file"; readonly message: string }
  /** The disk failed, or is full. */
  | { readonly kind: "disk-failed"; readonly code: string }
  /** The text is no YAML, or no faq.yaml at all. */
  | { readonly kind: "broken-file" }
  | { readonly kind: "unknown-owner"; readonly ownerId: string }
  | { readonly kind: "unknown-category"; readonly categoryId: string }
  | { readonly kind: "empty-text" }
  /** Nobody could ask for it. */
  | { readonly kind: "no-phrases" }
  | { readonly kind: "phrase-too-long"; readonly maxLength: number }
  /** The phrase, but for case, ё and punctuation, is there already: `ownerId` has it. */
  | { readonly kind: "known-phrase"; readonly phrase: string; readonly ownerId: string }
  /** The place is written in a way that cannot be changed without touching more than it. */
  | { readonly kind: "unusual-layout"; readonly line: number }
  /** The text is said once in the file and meant in several places (&name, *name). */
  | { readonly kind: "shared-text"; readonly line: number }
  /** The file says something else than what the change was made of; undefined where the item is gone. */
  | {
      readonly kind: "changed-meanwhile";
      readonly theirs: EntryFields | SideTopicFields | undefined;
    }
  /** The file says all that already. */
  | { readonly kind: "nothing-to-change" }
  /** What is to be undone is no longer there as it was put. */
  | { readonly kind: "not-there" }
  /** There is no record of the edit: too long ago, or another installation. */
  | { readonly kind: "unknown-edit" }
  /** The file was saved by somebody else meanwhile. */
  | { readonly kind: "file-changed" }
  /** The file would not go into service. The lines are Russian, one a problem. */
  | { readonly kind: "invalid"; readonly lines: readonly string[] }
  /** Other answers would suffer, says the check of the content. */
  | { readonly kind: "failed-check"; readonly lines: readonly string[] };

export interface Refused {
  readonly kind: "refused";
  readonly refusal: Refusal;
}

export function refused(refusal: Refusal): Refused {
  return { kind: "refused", refusal };
}
