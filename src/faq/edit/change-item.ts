// An entry, a topic or a turn of small talk changed in some of its fields, with the rest of the text left as it is.
import type { Path, YamlNode } from "../yaml/yaml-node.ts";
import { type EditResult, type FieldEdit, refused, type Refusal } from "./edit.ts";
import { FIELD_KEYS, fieldsAt, isSame, valuesOf, type ItemChange } from "./item-fields.ts";
import { ownersIn, pathOfOwner, rootOf, ownersByPhrase, itemsAt, textAt, without } from "./sheet-of-text.ts";
import { setFields } from "./set-fields.ts";
import { foldPhrase } from "../../text/normalise.ts";
import { MAX_PHRASE_LENGTH } from "./add-phrase.ts";

/**
 * The text of faq.yaml with the item as it is to be. Refused where the file says something else by now of a field that
 * is to be changed. The result was read again: it says what was wanted of those fields, and else the same as before.
 */
export function changeItem(text: string, wanted: ItemChange): EditResult {
  const root = rootOf(text);
  if (root === undefined) return refused({ kind: "broken-file" });
  const path = pathOf(root, wanted);
  if (path === undefined) return refused({ kind: "changed-meanwhile", theirs: undefined });
  const fields = editsOf(wanted);
  const theirs = fieldsAt(root, path);
  const now = valuesOf(theirs);
  const pending = fields.filter(({ key, after }) => !isSame(now[key], after));
  if (pending.some(({ key, before }) => !isSame(now[key], before)))
    return refused({ kind: "changed-meanwhile", theirs });
  if (pending.length === 0) return refused({ kind: "nothing-to-change" });
  const flaw = flawOfFields(root, path, pending);
  if (flaw !== undefined) return refused(flaw);
  return setFields(text, { root, path, id: wanted.id, fields: pending });
}

function pathOf(root: YamlNode, { kind, id }: ItemChange): Path | undefined {
  const path = pathOfOwner(root, id);
  return (path?.[0] === "entries") === (kind === "entry") ? path : undefined;
}

function editsOf({ before, after }: ItemChange): readonly FieldEdit[] {
  const old = valuesOf(before);
  const wanted = valuesOf(after);
  return FIELD_KEYS.flatMap((key) =>
    isSame(old[key], wanted[key]) ? [] : [{ key, before: old[key], after: wanted[key] }],
  );
}

/** What the check of the whole file finds as well is left to it, but for what it could only say less clearly. */
export function flawOfFields(root: YamlNode, path: Path, fields: readonly FieldEdit[]): Refusal | undefined {
  const own = ownersIn(root).find(({ path: one }) => one.join() === path.join())?.id ?? "";
  const others = without(root, path);
  for (const { key, before, after } of fields) {
    const flaw =
      key === "category"
        ? flawOfCategory(root, String(after))
        : key === "question"
          ? flawOfPhrases(others, own, [], [String(after)])
          : key === "phrases"
            ? flawOfPhrases(others, own, textsOf(before), textsOf(after))
            : undefined;
    const isMissing = (key === "question" || key === "answer") && after === "";
    if (isMissing) return { kind: "empty-text" };
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function textsOf(value: FieldEdit["after"]): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

function flawOfCategory(root: YamlNode, categoryId: string): Refusal | undefined {
  const isKnown = itemsAt(root, ["categories"]).some((one) => textAt(one, ["id"]) === categoryId);
  return isKnown ? undefined : { kind: "unknown-category", categoryId };
}

/** Of phrases that are new: each of them may lead to one place only, and stand there once. */
function flawOfPhrases(
  others: YamlNode,
  own: string,
  before: readonly string[],
  after: readonly string[],
): Refusal | undefined {
  if (after.length === 0) return { kind: "no-phrases" };
  const known = new Set(before);
  const added = after.filter((phrase) => !known.has(phrase));
  if (added.length === 0) return undefined;
  const owners = ownersByPhrase(others);
  const seen = new Set(after.filter((phrase) => known.has(phrase)).map(foldPhrase));
  for (const phrase of added) {
    const folded = foldPhrase(phrase);
    if (phrase.length > MAX_PHRASE_LENGTH) return { kind: "phrase-too-long", maxLength: MAX_PHRASE_LENGTH };
    const ownerId = seen.has(folded) ? own : owners.get(folded);
    if (ownerId !== undefined) return { kind: "known-phrase", phrase, ownerId };
    seen.add(folded);
  }
  return undefined;
}
