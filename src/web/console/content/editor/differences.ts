// Where two versions of an item differ, in words: the file's and what was written here.
import type { SideTopicFields, EntryFields } from "../../../../faq/edit/item-fields.ts";
import type { Content, Edit } from "../../../../console/content/content-api.ts";
import { tidyEdit } from "../../drafts/tidy-edit.ts";
import { FIELD_NAMES, RELATED_COMPUTED } from "./editor-wording.ts";
import { questionOf } from "../items.ts";
import { fieldsOf, isEntry } from "./opened.ts";
import { dateOf } from "../short-date.ts";

export interface Difference {
  readonly title: string;
  readonly theirs: string;
  readonly mine: string;
  /** Otherwise only they have changed it: it stays, whatever comes of mine. */
  readonly isMine: boolean;
}

/** What I changed first; of phrases only those that one of both has not. */
export function differencesOf(
  edit: Edit,
  theirs: EntryFields | SideTopicFields,
  content: Content,
): readonly Difference[] {
  const sent = tidyEdit(edit) ?? edit;
  const base = textsOf(sent.kind === "new-entry" ? fieldsOf(sent) : sent.before, content);
  const mine = textsOf(fieldsOf(sent), content);
  const their = textsOf(theirs, content);
  return FIELDS.flatMap((field) => {
    const [was = "", my = "", now = ""] = [base[field], mine[field], their[field]];
    if (my === now) return [];
    const isList = field === "phrases";
    return [
      {
        title: FIELD_NAMES[field],
        theirs: isList ? linesNotIn(now, my) : now,
        mine: isList ? linesNotIn(my, now) : my,
        isMine: my !== was,
      },
    ];
  }).sort((a, b) => Number(b.isMine) - Number(a.isMine));
}

type Field = keyof typeof FIELD_NAMES;

const FIELDS: readonly Field[] = [
  "categoryId",
  "question",
  "button",
  "answer",
  "related",
  "checked",
  "phrases",
];

/** Each field as it is shown; a side topic has two of them. */
function textsOf(
  fields: EntryFields | SideTopicFields,
  content: Content,
): Readonly<Partial<Record<Field, string>>> {
  const common = { answer: fields.answer.trim(), phrases: fields.phrases.join("\n") };
  if (!isEntry(fields)) return common;
  return {
    ...common,
    categoryId: categoryOf(fields, content),
    question: fields.question.trim(),
    button: (fields.button ?? "").trim(),
    related: relatedOf(fields, content),
    checked: dateOf(fields.checked ?? ""),
  };
}

function linesNotIn(text: string, other: string): string {
  const others = new Set(other.split("\n"));
  return text
    .split("\n")
    .filter((line) => !others.has(line))
    .join("\n");
}

function categoryOf({ categoryId }: EntryFields, { categories }: Content): string {
  return categories.find(({ id }) => id === categoryId)?.title ?? categoryId;
}

function relatedOf({ related }: EntryFields, { entries }: Content): string {
  if (related === undefined) return RELATED_COMPUTED;
  return related.map((id) => questionOf(id, entries)).join("\n");
}
