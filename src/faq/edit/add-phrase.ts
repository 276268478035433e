// A phrase more for an entry, a topic or a turn of small talk, with the rest of the text left as it is.
import { isCutQuestion } from "../../text/cut-question.ts";
import { foldPhrase } from "../../text/normalise.ts";
import { nodeAt, type MappingNode, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { type EditResult, refused } from "./edit.ts";
import { lineAt, ownersByPhrase, itemsAt, pathOfOwner, rootOf, sayingOf, textAt, without } from "./sheet-of-text.ts";
import { appendSplice } from "./list-splices.ts";
import { inBlock, inFlow, type Quoting } from "./scalar-source.ts";
import { applySplice, insertLines, lineHeadOf, lineStartAfter, lineStartOf, type Splice } from "./splice.ts";
import { tidyLine } from "./tidy-text.ts";

/** In UTF-16 units. Longer messages are stories: they make a phrase that is near to everything. */
export const MAX_PHRASE_LENGTH = 500;

/** Whether a phrase is a story, or the kept beginning of one. */
export function isStory(phrase: string): boolean {
  return phrase.length > MAX_PHRASE_LENGTH || isCutQuestion(phrase);
}

/**
 * The text of faq.yaml with `phrase` as the last of its owner's. The result was read again: it says the same as
 * before and the phrase, and nothing else. `root` is that of the text.
 */
export function addPhrase(text: string, ownerId: string, phrase: string, root = rootOf(text)): EditResult {
  const tidy = tidyLine(phrase);
  if (tidy === "") return refused({ kind: "empty-text" });
  if (isStory(tidy)) return refused({ kind: "phrase-too-long", maxLength: MAX_PHRASE_LENGTH });
  if (root === undefined) return refused({ kind: "broken-file" });
  const path = pathOfOwner(root, ownerId);
  if (path === undefined) return refused({ kind: "unknown-owner", ownerId });
  const earlier = ownersByPhrase(root).get(foldPhrase(tidy));
  if (earlier !== undefined) return refused({ kind: "known-phrase", phrase: tidy, ownerId: earlier });
  for (const splice of splicesFor(tidy, text, nodeAt(root, path))) {
    const edited = applySplice(text, splice);
    if (hasOnlyMore(edited, root, path, tidy)) {
      return {
        kind: "edited",
        text: edited,
        splice,
        change: { kind: "phrase", ownerId, phrase: tidy },
      };
    }
  }
  return refused({ kind: "unusual-layout", line: lineAt(text, root, path) });
}

/** The ways to add the phrase to its owner, the best first; what each of them does has to be looked at. */
export function splicesFor(phrase: string, text: string, owner: YamlNode | undefined): readonly Splice[] {
  if (owner?.kind !== "mapping") return [];
  return (["as needed", "always"] as const).flatMap((quoting) => spliceFor({ phrase, quoting }, text, owner) ?? []);
}

interface Wanted {
  readonly phrase: string;
  readonly quoting: Quoting;
}

function spliceFor(wanted: Wanted, text: string, owner: MappingNode): Splice | undefined {
  const { phrase, quoting } = wanted;
  const field = owner.fields.get("phrases");
  if (field === undefined) return newList(wanted, text, owner);
  if (field.node.kind === "empty") {
    const indent = " ".repeat(lineHeadOf(text, field.key.start).length);
    const line = `${indent}  - ${inBlock(phrase, quoting)}`;
    return insertLines(text, lineStartAfter(text, field.key.end), [line]);
  }
  return field.node.kind === "list" ? appendSplice(text, field.node, phrase, quoting) : undefined;
}

/** A whole `phrases` for an owner that has none, before its answer. */
function newList({ phrase, quoting }: Wanted, text: string, owner: MappingNode): Splice | undefined {
  const answer = owner.fields.get("answer");
  if (text[owner.start] === "{") {
    const inserted = `phrases: [${inFlow(phrase, quoting)}], `;
    return answer && { at: answer.key.start, removed: "", inserted };
  }
  const hasOwnLine = answer !== undefined && lineHeadOf(text, answer.key.start).trim() === "";
  const at = hasOwnLine ? lineStartOf(text, answer.key.start) : lineStartAfter(text, owner.end);
  const indent = " ".repeat(lineHeadOf(text, owner.start).length);
  return insertLines(text, at, [`${indent}phrases:`, `${indent}  - ${inBlock(phrase, quoting)}`]);
}

function hasOnlyMore(edited: string, before: YamlNode, path: Path, phrase: string): boolean {
  const root = rootOf(edited);
  if (root === undefined) return false;
  const phrases = [...path, "phrases"];
  const last = itemsAt(root, phrases).length - 1;
  if (textAt(root, [...phrases, last]) !== phrase) return false;
  return sayingOf(without(root, [...phrases, last])) === sayingOf(before);
}
