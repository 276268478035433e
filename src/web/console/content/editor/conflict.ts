// Somebody else has changed the same item: mine is put on top of theirs.
import type { Edit } from "../../../../console/content/content-api.ts";
import type { SideTopicFields, EntryFields } from "../../../../faq/edit/item-fields.ts";
import { sameValue } from "../../drafts/tidy-edit.ts";
import { isEntry } from "./opened.ts";

/** My changes on top of what the file says now; a new entry meets nobody. */
export function onTopOf(edit: Edit, theirs: EntryFields | SideTopicFields): Edit {
  if (edit.kind === "entry" && isEntry(theirs))
    return { ...edit, before: theirs, after: merged(edit.before, edit.after, theirs) };
  if (edit.kind === "aside") return { ...edit, before: theirs, after: merged(edit.before, edit.after, theirs) };
  return edit;
}

/** Fields that I have not changed are theirs; phrases are joined. */
function merged<Fields extends SideTopicFields>(base: Fields, mine: Fields, theirs: Fields) {
  const was = new Map<string, unknown>(Object.entries(base));
  const my = new Map<string, unknown>(Object.entries(mine));
  const now = new Map<string, unknown>(Object.entries(theirs));
  const fields = [...was.keys(), ...my.keys(), ...now.keys()].map((key) => [
    key,
    sameValue(was.get(key), my.get(key)) ? now.get(key) : my.get(key),
  ]);
  const phrases = joined(base.phrases, mine.phrases, theirs.phrases);
  return { ...mine, ...Object.fromEntries(fields), phrases };
}

/** Theirs, without what I took out, with what I put in. */
function joined(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const isGone = (phrase: string) => base.includes(phrase) && !mine.includes(phrase);
  const kept = theirs.filter((phrase) => !isGone(phrase));
  return [...kept, ...mine.filter((phrase) => !base.includes(phrase) && !kept.includes(phrase))];
}
