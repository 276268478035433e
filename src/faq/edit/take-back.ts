// What was done to the text is taken out again, though the rest of the text may have changed meanwhile.
import { nodeAt, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { type Change, type ChangedItem, type EditResult, type FieldEdit, type MovedPhrase, refused } from "./edit.ts";
import { fieldsAt, isSame, valuesOf, type FieldKey } from "./item-fields.ts";
import { itemsAt, pathOfOwner, rootOf, sayingOf, textAt, without } from "./sheet-of-text.ts";
import { isMoved, movePhrase } from "./move-phrase.ts";
import { setFields } from "./set-fields.ts";
import { applySplice, type Splice } from "./splice.ts";

/** The same lines may stand elsewhere too, but hardly more often than this. */
const MAX_TRIES = 5;

interface Done<Changed extends Change = Change> {
  readonly splice: Splice;
  readonly change: Changed;
}

/**
 * The text without what the splice inserted. Refused unless exactly those characters are still there, and the text
 * without them says the same as before but for the one phrase or entry. The fields of an item are set back also where
 * the characters around them changed, as long as they say what was put there.
 */
export function takeBack(text: string, { splice, change }: Done): EditResult {
  const root = rootOf(text);
  if (root === undefined) return refused({ kind: "broken-file" });
  if (change.kind === "item") return setBack(text, root, { splice, change });
  if (change.kind === "moved") return movedBack(text, root, { splice, change });
  const path = pathOf(root, change);
  if (path === undefined) return refused({ kind: "not-there" });
  const wanted = sayingOf(without(root, path));
  const isBack = (after: YamlNode) => sayingOf(after) === wanted;
  return reversed(text, { splice, change }, isBack) ?? refused({ kind: "not-there" });
}

/** What taking it back does, to be taken back itself: the fields of an item go the other way. */
export function turnedRound(change: Change): Change {
  if (change.kind === "moved") return { ...change, fromId: change.ownerId, ownerId: change.fromId };
  return change.kind === "item" ? { ...change, fields: turned(change.fields) } : change;
}

function turned(fields: readonly FieldEdit[]): readonly FieldEdit[] {
  return fields.map(({ key, before, after }) => ({ key, before: after, after: before }));
}

/** To its former place, or where the lines between the two have changed, to the end of the list that it came from. */
function movedBack(text: string, root: YamlNode, { splice, change }: Done<MovedPhrase>): EditResult {
  const { phrase, fromId, ownerId } = change;
  const move = { phrase, fromId: ownerId, ownerId: fromId };
  const isBack = (after: YamlNode) => isMoved(root, after, move);
  const back = reversed(text, { splice, change }, isBack) ?? movePhrase(text, root, move);
  return back.kind === "edited" ? { ...back, change } : refused({ kind: "not-there" });
}

function setBack(text: string, root: YamlNode, { splice, change }: Done<ChangedItem>): EditResult {
  const { id, fields } = change;
  const path = pathOfOwner(root, id);
  if (path === undefined) return refused({ kind: "not-there" });
  const now = valuesOf(fieldsAt(root, path));
  if (fields.some(({ key, after }) => !isSame(now[key], after))) return refused({ kind: "not-there" });
  const keys = fields.map(({ key }) => key);
  const others = sayingOf(withoutFields(root, path, keys));
  const isBack = (after: YamlNode) => {
    const values = valuesOf(fieldsAt(after, path));
    if (fields.some(({ key, before }) => !isSame(values[key], before))) return false;
    return sayingOf(withoutFields(after, path, keys)) === others;
  };
  const back = reversed(text, { splice, change }, isBack);
  if (back !== undefined) return back;
  const set = setFields(text, { root, path, id, fields: turned(fields) });
  return set.kind === "edited" ? { ...set, change } : set;
}

function withoutFields(root: YamlNode, path: Path, keys: readonly FieldKey[]): YamlNode {
  return keys.reduce((node, key) => without(node, [...path, key]), root);
}

/** The text with the splice turned round, wherever its characters stand and the text then says what it should. */
function reversed(
  text: string,
  { splice, change }: Done,
  isBack: (after: YamlNode) => boolean,
): EditResult | undefined {
  for (const at of placesOf(text, splice)) {
    const reverse = { at, removed: splice.inserted, inserted: splice.removed };
    const edited = applySplice(text, reverse);
    const after = rootOf(edited);
    if (after !== undefined && isBack(after)) return { kind: "edited", text: edited, splice: reverse, change };
  }
  return undefined;
}

function pathOf(root: YamlNode, change: Exclude<Change, ChangedItem | MovedPhrase>): Path | undefined {
  const id = change.kind === "entry" ? change.id : change.ownerId;
  const owner = pathOfOwner(root, id);
  if (owner === undefined || change.kind === "entry") return owner;
  const phrases = [...owner, "phrases"];
  const index = itemsAt(root, phrases).findLastIndex((item) => textAt(item, []) === change.phrase);
  return nodeAt(root, [...phrases, index]) === undefined ? undefined : [...phrases, index];
}

/** Where the inserted characters stand, those nearest to where they were put first. */
function placesOf(text: string, { at, inserted }: Splice): readonly number[] {
  const places: number[] = [];
  if (inserted === "") return places;
  for (let place = text.indexOf(inserted); place !== -1; place = text.indexOf(inserted, place + 1)) places.push(place);
  return places.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at)).slice(0, MAX_TRIES);
}
