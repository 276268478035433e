// What can differ between two versions of the content, as data.
import type { LineChange } from "./line-diff.ts";

export type ItemKind = "entry" | "topic" | "smalltalk";

export interface ItemChange {
  readonly change: "added" | "removed" | "changed";
  readonly kind: ItemKind;
  readonly id: string;
  /** The id it had, where that is what changed: the same question, or the same first phrase, under another id. */
  readonly formerId: string | undefined;
  /** The question of an entry, the first phrase of a side topic; of the new version where there is one. */
  readonly title: string;
  /** Empty unless it changed. */
  readonly fields: readonly FieldChange[];
}

export type FieldName =
  | "question"
  | "button"
  | "category"
  | "source"
  | "checked"
  | "related"
  | "threshold"
  | "name"
  | "contact"
  | "categories"
  | "synonyms"
  | "answer_threshold"
  | "suggest_threshold";

export type FieldChange =
  | {
      readonly kind: "value";
      readonly field: FieldName;
      /** Undefined where the file says nothing. */
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | { readonly kind: "answer"; readonly lines: readonly LineChange[] }
  | {
      readonly kind: "phrases";
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

export interface ContentChanges {
  /** Of the file as a whole: organisation, categories, synonyms, thresholds. */
  readonly general: readonly FieldChange[];
  /** In the order of the new version; what was removed comes last. */
  readonly items: readonly ItemChange[];
}
