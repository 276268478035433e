// A phrase for an owner, wherever it stands so far: what another one is asked by goes over, and both are read again.
import { foldPhrase } from "../../text/normalise.ts";
import { createLocator } from "../yaml/locator.ts";
import { nodeAt, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { addPhrase, splicesFor } from "./add-phrase.ts";
import { type EditResult, refused } from "./edit.ts";
import { fieldSplices } from "./field-splices.ts";
import { itemsAt, ownersIn, rootOf, sayingOf, textAt, without } from "./sheet-of-text.ts";
import { applySplices, spliceBetween } from "./splice.ts";
import { tidyLine } from "./tidy-text.ts";

/** The text of faq.yaml with `phrase` as the last of its owner's, and of nobody else's. */
export function teachPhrase(text: string, ownerId: string, phrase: string): EditResult {
  const root = rootOf(text);
  if (root === undefined) return refused({ kind: "broken-file" });
  const added = addPhrase(text, ownerId, phrase, root);
  if (added.kind === "edited" || added.refusal.kind !== "known-phrase") return added;
  const { phrase: tidy, ownerId: fromId } = added.refusal;
  return fromId === ownerId ? added : movePhrase(text, root, { phrase: tidy, fromId, ownerId });
}

export interface Move {
  readonly phrase: string;
  readonly fromId: string;
  readonly ownerId: string;
}

/**
 * The text with the phrase taken from one owner and put last at the other, in the spelling that it has there. Refused
 * where it is the question of an entry, or all that its owner is found by.
 */
export function movePhrase(text: string, root: YamlNode, move: Move): EditResult {
  const { phrase, fromId, ownerId } = move;
  const from = pathOf(root, fromId);
  const to = pathOf(root, ownerId);
  if (from === undefined || to === undefined)
    return refused({ kind: "unknown-owner", ownerId: from === undefined ? fromId : ownerId });
  const moved = phrasesAt(root, from).find((one) => foldPhrase(one) === foldPhrase(phrase));
  if (moved === undefined) return refused({ kind: "known-phrase", phrase, ownerId: fromId });
  const rest = othersAt(root, from, phrase);
  if (rest.length === 0) return refused({ kind: "no-phrases" });
  for (const edited of textsWith(text, root, { moved, rest, from, to })) {
    const after = rootOf(edited);
    if (after === undefined || !isMoved(root, after, move)) continue;
    const change = { kind: "moved", phrase: moved, fromId, ownerId } as const;
    return { kind: "edited", text: edited, splice: spliceBetween(text, edited), change };
  }
  const { start = 0, end = 0 } = nodeAt(root, from) ?? {};
  return refused({ kind: "unusual-layout", line: createLocator(text).placeOf(start, end).line });
}

/** Whether `after` says that the phrase has gone from the one to the other, and else the same as `before`. */
export function isMoved(before: YamlNode, after: YamlNode, move: Move): boolean {
  const { phrase, fromId, ownerId } = move;
  const from = pathOf(before, fromId);
  const to = pathOf(before, ownerId);
  if (from === undefined || to === undefined) return false;
  const surroundings = (root: YamlNode) =>
    sayingOf([from, to].reduce((node, path) => without(node, [...path, "phrases"]), root));
  const hasIt = (root: YamlNode, path: Path) =>
    phrasesAt(root, path).some((one) => foldPhrase(one) === foldPhrase(phrase));
  return (
    surroundings(after) === surroundings(before) &&
    hasIt(after, to) &&
    !hasIt(after, from) &&
    [from, to].every(
      (path) =>
        othersAt(after, path, phrase).join("\n") === othersAt(before, path, phrase).join("\n"),
    )
  );
}

function pathOf(root: YamlNode, id: string): Path | undefined {
  return ownersIn(root).find((one) => one.id === id)?.path;
}

function phrasesAt(root: YamlNode, path: Path): readonly string[] {
  return itemsAt(root, [...path, "phrases"]).map((item) => tidyLine(textAt(item, []) ?? ""));
}

/** But for this one, however it is spelt. */
function othersAt(root: YamlNode, path: Path, phrase: string): readonly string[] {
  return phrasesAt(root, path).filter((one) => foldPhrase(one) !== foldPhrase(phrase));
}

interface Moved {
  readonly moved: string;
  /** What stays with the former owner. */
  readonly rest: readonly string[];
  readonly from: Path;
  readonly to: Path;
}

/** The ways to write it, the best first; what each of them says has to be looked at. */
function* textsWith(text: string, root: YamlNode, { moved, rest, from, to }: Moved) {
  const item = nodeAt(root, from);
  if (item?.kind !== "mapping") return;
  for (const added of splicesFor(moved, text, nodeAt(root, to)))
    for (const taken of fieldSplices(text, item, "phrases", rest))
      yield applySplices(
        text,
        [...taken, added].toSorted((a, b) => a.at - b.at),
      );
}
