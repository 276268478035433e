// What of an item can be changed from outside the file, as the file says it: placeholders are not replaced.
import { nodeAt, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { itemsAt, textAt } from "./sheet-of-text.ts";
import { tidyLine, tidyLines } from "./tidy-text.ts";

export interface EntryFields {
  readonly categoryId: string;
  readonly question: string;
  readonly button: string | undefined;
  readonly phrases: readonly string[];
  /** Light Markdown. */
  readonly answer: string;
  /** Undefined where they are computed. */
  readonly related: readonly string[] | undefined;
  /** ISO date. */
  readonly checked: string | undefined;
}

/** Of a topic, or of a turn of small talk. */
export interface SideTopicFields {
  /** Absent where it is called by its first phrase. */
  readonly title?: string | undefined;
  readonly phrases: readonly string[];
  readonly answer: string;
  /** Absent where no entry is offered under it. */
  readonly related?: readonly string[] | undefined;
}

/** What was there when somebody began to change it, and what is to be there. */
export type ItemChange =
  | {
      readonly kind: "entry";
      readonly id: string;
      readonly before: EntryFields;
      readonly after: EntryFields;
    }
  | {
      readonly kind: "aside";
      readonly id: string;
      readonly before: SideTopicFields;
      readonly after: SideTopicFields;
    };

/** The keys of the file that can be changed, in the order in which they stand there. */
export const FIELD_KEYS = [
  "title",
  "category",
  "question",
  "button",
  "phrases",
  "answer",
  "related",
  "checked",
] as const;

export type FieldKey = (typeof FIELD_KEYS)[number];

export type FieldValue = string | readonly string[] | undefined;

export type FieldValues = Readonly<Partial<Record<FieldKey, FieldValue>>>;

/** Tidied, so that what makes no difference to the bot makes none here. */
export function valuesOf(fields: EntryFields | SideTopicFields): FieldValues {
  const phrases = fields.phrases.map(tidyLine).filter((phrase) => phrase !== "");
  const related = fields.related?.map(tidyLine);
  const shared = { phrases, answer: tidyLines(fields.answer), related };
  if (!("question" in fields)) return { ...shared, title: given(fields.title) };
  return {
    ...shared,
    category: tidyLine(fields.categoryId),
    question: tidyLine(fields.question),
    button: given(fields.button),
    checked: given(fields.checked),
  };
}

function given(text: string | undefined): string | undefined {
  return tidyLine(text ?? "") || undefined;
}

export function entryFieldsAt(root: YamlNode, path: Path): EntryFields {
  return {
    ...sharedFieldsAt(root, path),
    categoryId: tidyLine(textAt(root, [...path, "category"]) ?? ""),
    question: tidyLine(textAt(root, [...path, "question"]) ?? ""),
    button: given(textAt(root, [...path, "button"])),
    checked: given(textAt(root, [...path, "checked"])),
  };
}

export function sideTopicFieldsAt(root: YamlNode, path: Path): SideTopicFields {
  return { ...sharedFieldsAt(root, path), title: given(textAt(root, [...path, "title"])) };
}

function sharedFieldsAt(root: YamlNode, path: Path) {
  const hasRelated = nodeAt(root, [...path, "related"])?.kind === "list";
  return {
    phrases: listAt(root, path, "phrases"),
    answer: tidyLines(textAt(root, [...path, "answer"]) ?? ""),
    related: hasRelated ? listAt(root, path, "related") : undefined,
  };
}

/** Entries have a question, the others have not. */
export function fieldsAt(root: YamlNode, path: Path): EntryFields | SideTopicFields {
  return path[0] === "entries" ? entryFieldsAt(root, path) : sideTopicFieldsAt(root, path);
}

export function listAt(root: YamlNode, path: Path, key: FieldKey): readonly string[] {
  return itemsAt(root, [...path, key]).map((item) => tidyLine(textAt(item, []) ?? ""));
}

export function isSame(one: FieldValue, other: FieldValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
