// My changes put on top of what the file says by now, where somebody else has changed the same item.
import type { SideTopicFields, EntryFields } from "../../../../faq/edit/item-fields.ts";
import { sameValue } from "../../drafts/tidy-edit.ts";

/** Fields that only one side changed are taken from it; phrases are joined; else mine win. */
export function mergeEntry(base: EntryFields, mine: EntryFields, theirs: EntryFields): EntryFields {
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

export function mergeSideTopic(
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
