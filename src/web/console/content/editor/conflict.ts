// Somebody else has changed the same item: where their version and mine differ, and mine put on top of theirs.
import type { Content, Edit } from "../../../../console/content/content-api.ts";
import type { SideTopicFields, EntryFields } from "../../../../faq/edit/item-fields.ts";
import { sameValue, tidyEdit } from "../../drafts/tidy-edit.ts";
import { FIELD_NAMES, RELATED_COMPUTED } from "./editor-wording.ts";
import { questionOf } from "../items.ts";
import { fieldsOf, isEntry } from "./opened.ts";
import { dateInWords } from "../wording.ts";

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
  return FIELD_NAMES.flatMap(([field, title]) => {
    const [was = "", my = "", now = ""] = [base[field], mine[field], their[field]];
    if (my === now) return [];
    const isList = field === "phrases";
    return [
      {
        title,
        theirs: isList ? linesNotIn(now, my) : now,
        mine: isList ? linesNotIn(my, now) : my,
        isMine: my !== was,
      },
    ];
  }).sort((a, b) => Number(b.isMine) - Number(a.isMine));
}

/** Each field as it is shown; a side topic has two of them. */
function textsOf(
  fields: EntryFields | SideTopicFields,
  content: Content,
): Readonly<Partial<Record<keyof EntryFields, string>>> {
  const common = { answer: fields.answer.trim(), phrases: fields.phrases.join("\n") };
  if (!isEntry(fields)) return common;
  return {
    ...common,
    categoryId: categoryOf(fields, content),
    question: fields.question.trim(),
    button: (fields.button ?? "").trim(),
    related: relatedOf(fields, content),
    checked: dateInWords(fields.checked ?? ""),
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

/** My changes on top of what the file says now; a new entry meets nobody. */
export function onTopOf(edit: Edit, theirs: EntryFields | SideTopicFields): Edit {
  if (edit.kind === "entry" && isEntry(theirs)) {
    return { ...edit, before: theirs, after: mergeEntry(edit.before, edit.after, theirs) };
  }
  if (edit.kind === "aside") {
    return { ...edit, before: theirs, after: mergeSideTopic(edit.before, edit.after, theirs) };
  }
  return edit;
}

/** Fields that only one side changed are taken from it; phrases are joined; else mine win. */
function mergeEntry(base: EntryFields, mine: EntryFields, theirs: EntryFields): EntryFields {
  const pick = <Key extends keyof EntryFields>(key: Key): EntryFields[Key] =>
    sameValue(base[key], mine[key]) ? theirs[key] : mine[key];
  return {
    categoryId: pick("categoryId"),
    question: pick("question"),
    button: pick("button"),
    answer: pick("answer"),
    related: pick("related"),
    checked: pick("checked"),
    phrases: mergePhrases(base.phrases, mine.phrases, theirs.phrases),
  };
}

function mergeSideTopic(
  base: SideTopicFields,
  mine: SideTopicFields,
  theirs: SideTopicFields,
): SideTopicFields {
  return {
    answer: mine.answer === base.answer ? theirs.answer : mine.answer,
    phrases: mergePhrases(base.phrases, mine.phrases, theirs.phrases),
  };
}

/** Theirs, without what I took out, with what I put in. */
function mergePhrases(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const isGone = (phrase: string) => base.includes(phrase) && !mine.includes(phrase);
  const kept = theirs.filter((phrase) => !isGone(phrase));
  return [...kept, ...mine.filter((phrase) => !base.includes(phrase) && !kept.includes(phrase))];
}
