// A phrase for an owner, wherever it stands so far: what another one is asked by goes over, and both are read again.
import { foldPhrase } from "../../text/normalise.ts";
import { nodeAt, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { addPhrase, splicesFor } from "./add-phrase.ts";
import { type EditResult, type MovedPhrase, refused } from "./edit.ts";
import { fieldSplices } from "./field-splices.ts";
import { listAt } from "./item-fields.ts";
import { lineAt, pathOfOwner, rootOf, sayingOf, without } from "./sheet-of-text.ts";
import { applySplices, spliceBetween } from "./splice.ts";

/** The text of faq.yaml with `phrase` as the last of its owner's, and of nobody else's. */
export function teachPhrase(text: string, ownerId: string, phrase: string): EditResult {
  const root = rootOf(text);
  if (root === undefined) return refused({ kind: "broken-file" });
  const added = addPhrase(text, ownerId, phrase, root);
  if (added.kind === "edited" || added.refusal.kind !== "known-phrase") return added;
  const { phrase: tidy, ownerId: fromId } = added.refusal;
  return fromId === ownerId ? added : movePhrase(text, root, { phrase: tidy, fromId, ownerId });
}

type Move = Omit<MovedPhrase, "kind">;

/**
 * The text with the phrase taken from one owner and put last at the other, in the spelling that it has there. Refused
 * where it is the question of an entry, or all that its owner is found by.
 */
export function movePhrase(text: string, root: YamlNode, move: Move): EditResult {
  const { phrase, fromId, ownerId } = move;
  const from = pathOfOwner(root, fromId);
  const to = pathOfOwner(root, ownerId);
  const item = from && nodeAt(root, from);
  if (to === undefined || from === undefined || item?.kind !== "mapping")
    return refused({ kind: "unknown-owner", ownerId: to === undefined ? ownerId : fromId });
  const moved = phrasesAt(root, from).find((one) => foldPhrase(one) === foldPhrase(phrase));
  if (moved === undefined) return refused({ kind: "known-phrase", phrase, ownerId: fromId });
  const rest = phrasesAt(root, from, phrase);
  if (rest.length === 0) return refused({ kind: "no-phrases" });
  for (const added of splicesFor(moved, text, nodeAt(root, to)))
    for (const taken of fieldSplices(text, item, "phrases", rest)) {
      const inOrder = [...taken, added].toSorted((a, b) => a.at - b.at);
      const edited = applySplices(text, inOrder);
      const after = rootOf(edited);
      if (after === undefined || !isMoved(root, after, move)) continue;
      const change = { kind: "moved", phrase: moved, fromId, ownerId } as const;
      return { kind: "edited", text: edited, splice: spliceBetween(text, edited), change };
    }
  return refused({ kind: "unusual-layout", line: lineAt(text, root, from) });
}

/** Whether `after` says that the phrase has gone from the one to the other, and else the same as `before`. */
export function isMoved(before: YamlNode, after: YamlNode, move: Move): boolean {
  const { phrase, fromId, ownerId } = move;
  const from = pathOfOwner(before, fromId) ?? [];
  const to = pathOfOwner(before, ownerId) ?? [];
  const around = (root: YamlNode) =>
    sayingOf([from, to].reduce((node, path) => without(node, [...path, "phrases"]), root));
  const same = (one: readonly string[], other: readonly string[]) => one.join("\n") === other.join("\n");
  return (
    around(after) === around(before) &&
    same(phrasesAt(after, from), phrasesAt(before, from, phrase)) &&
    same(phrasesAt(after, to, phrase), phrasesAt(before, to)) &&
    phrasesAt(after, to).length > phrasesAt(before, to).length
  );
}

/** But for one, however it is spelt. */
function phrasesAt(root: YamlNode, path: Path, but?: string): readonly string[] {
  const folded = but === undefined ? undefined : foldPhrase(but);
  return listAt(root, path, "phrases").filter((phrase) => foldPhrase(phrase) !== folded);
}
