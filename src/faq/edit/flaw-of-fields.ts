// What speaks against new values of an item's fields, before they are written anywhere.
import { foldPhrase } from "../../text/normalise.ts";
import type { Path, YamlNode } from "../yaml/yaml-node.ts";
import { MAX_PHRASE_LENGTH } from "./add-phrase.ts";
import type { FieldEdit } from "./edit.ts";
import { ownersByPhrase, ownersIn } from "./owners.ts";
import type { Refusal } from "./refusal.ts";
import { itemsAt, textAt, without } from "./sheet-of-text.ts";

/** What the check of the whole file finds as well is left to it, but for what it could only say less clearly. */
export function flawOfFields(
  root: YamlNode,
  path: Path,
  fields: readonly FieldEdit[],
): Refusal | undefined {
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
    if (phrase.length > MAX_PHRASE_LENGTH)
      return { kind: "phrase-too-long", maxLength: MAX_PHRASE_LENGTH };
    const ownerId = seen.has(folded) ? own : owners.get(folded);
    if (ownerId !== undefined) return { kind: "known-phrase", phrase, ownerId };
    seen.add(folded);
  }
  return undefined;
}
