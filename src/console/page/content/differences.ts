// Where two versions of an item differ, in words: the file's and what was written here.
import type { AsideFields, Content, Edit, EntryFields } from "../../api.ts";
import { sameValue } from "../same-value.ts";
import { tidyEdit } from "../tidy-edit.ts";
import { FIELD_NAMES, RELATED_COMPUTED } from "./editor-wording.ts";
import { fieldsOf, isEntry } from "./opened.ts";
import { dateOf } from "./short-date.ts";

export interface Difference {
  readonly title: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Of phrases only those that one of both has not. */
export function differencesOf(
  edit: Edit,
  theirs: EntryFields | AsideFields,
  content: Content,
): readonly Difference[] {
  const mine = fieldsOf(tidyEdit(edit) ?? edit);
  const texts =
    isEntry(mine) && isEntry(theirs)
      ? ([
          ["categoryId", categoryOf(theirs, content), categoryOf(mine, content)],
          ["question", theirs.question, mine.question],
          ["button", theirs.button ?? "", mine.button ?? ""],
          ["answer", theirs.answer, mine.answer],
          ["related", relatedOf(theirs, content), relatedOf(mine, content)],
          ["checked", dateOf(theirs.checked ?? ""), dateOf(mine.checked ?? "")],
        ] as const)
      : ([["answer", theirs.answer, mine.answer]] as const);
  const differing = texts
    .filter(([, their, my]) => their.trim() !== my.trim())
    .map(([field, their, my]) => ({
      title: FIELD_NAMES[field],
      theirs: their.trim(),
      mine: my.trim(),
    }));
  return [...differing, ...phraseDifference(theirs.phrases, mine.phrases)];
}

function phraseDifference(
  theirs: readonly string[],
  mine: readonly string[],
): readonly Difference[] {
  if (sameValue(theirs, mine)) return [];
  const only = (ones: readonly string[], others: readonly string[]) =>
    ones.filter((phrase) => !others.includes(phrase)).join("\n");
  return [{ title: FIELD_NAMES.phrases, theirs: only(theirs, mine), mine: only(mine, theirs) }];
}

function categoryOf({ categoryId }: EntryFields, { categories }: Content): string {
  return categories.find(({ id }) => id === categoryId)?.title ?? categoryId;
}

function relatedOf({ related }: EntryFields, { entries }: Content): string {
  if (related === undefined) return RELATED_COMPUTED;
  return related
    .map((id) => entries.find((entry) => entry.id === id)?.fields.question ?? id)
    .join("\n");
}
