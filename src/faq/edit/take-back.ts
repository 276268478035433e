// What was added to the text is taken out again, though the rest of the text may have changed meanwhile.
import { nodeAt, type Path, type YamlNode } from "../yaml-node.ts";
import type { Change, EditResult } from "./edit.ts";
import { ownersIn } from "./owners.ts";
import { refused } from "./refusal.ts";
import { itemsAt, rootOf, sayingOf, textAt, without } from "./sheet-of-text.ts";
import { applySplice, type Splice } from "./splice.ts";

/** The same lines may stand elsewhere too, but hardly more often than this. */
const MAX_TRIES = 5;

/**
 * The text without what the splice inserted. Refused unless exactly those characters are still there, and the text
 * without them says the same as before but for the one phrase or entry.
 */
export function takeBack(
  text: string,
  { splice, change }: { readonly splice: Splice; readonly change: Change },
): EditResult {
  const root = rootOf(text);
  if (root === undefined) return refused({ kind: "broken-file" });
  const path = pathOf(root, change);
  if (path === undefined) return refused({ kind: "not-there" });
  const wanted = sayingOf(without(root, path));
  for (const at of placesOf(text, splice)) {
    const reverse = { at, removed: splice.inserted, inserted: splice.removed };
    const edited = applySplice(text, reverse);
    const after = rootOf(edited);
    if (after !== undefined && sayingOf(after) === wanted)
      return { kind: "edited", text: edited, splice: reverse, change };
  }
  return refused({ kind: "not-there" });
}

function pathOf(root: YamlNode, change: Change): Path | undefined {
  const id = change.kind === "entry" ? change.id : change.ownerId;
  const owner = ownersIn(root).find((one) => one.id === id);
  if (owner === undefined || change.kind === "entry") return owner?.path;
  const phrases = [...owner.path, "phrases"];
  const index = itemsAt(root, phrases).findLastIndex((item) => textAt(item, []) === change.phrase);
  return nodeAt(root, [...phrases, index]) === undefined ? undefined : [...phrases, index];
}

/** Where the inserted characters stand, those nearest to where they were put first. */
function placesOf(text: string, { at, inserted }: Splice): readonly number[] {
  const places: number[] = [];
  if (inserted === "") return places;
  for (let place = text.indexOf(inserted); place !== -1; place = text.indexOf(inserted, place + 1))
    places.push(place);
  return places.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at)).slice(0, MAX_TRIES);
}
