// Where a phrase goes: behind the last one, in the way the list is written.
import { nodeAt, type MappingNode, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { inBlock, inFlow, type Quoting } from "./scalar-source.ts";
import {
  insertLines,
  lineBreakNear,
  lineHeadOf,
  lineStartAfter,
  lineStartOf,
  type Splice,
} from "./splice.ts";

type ListNode = Extract<YamlNode, { kind: "list" }>;

/** The ways to add `phrase` to the owner at `path`, the best first; whoever tries them has to look what they do. */
export function phraseSplices(
  text: string,
  root: YamlNode,
  path: Path,
  phrase: string,
): readonly Splice[] {
  const owner = nodeAt(root, path);
  if (owner?.kind !== "mapping") return [];
  return (["as needed", "always"] as const).flatMap((quoting) => {
    const splice = phraseSplice(text, owner, { phrase, quoting });
    return splice === undefined ? [] : [splice];
  });
}

interface Wanted {
  readonly phrase: string;
  readonly quoting: Quoting;
}

function phraseSplice(text: string, owner: MappingNode, wanted: Wanted): Splice | undefined {
  const field = owner.fields.get("phrases");
  if (field === undefined) {
    const isFlow = text[owner.start] === "{";
    return isFlow ? listInBraces(owner, wanted) : listOfLines(text, owner, wanted);
  }
  if (field.node.kind === "empty") {
    const indent = " ".repeat(lineHeadOf(text, field.key.start).length);
    return insertLines(text, lineStartAfter(text, field.key.end), [
      `${indent}  - ${inBlock(wanted.phrase, wanted.quoting)}`,
    ]);
  }
  if (field.node.kind !== "list") return undefined;
  return text[field.node.start] === "["
    ? behindInBrackets(text, field.node, wanted)
    : behindInLines(text, field.node, wanted);
}

/** `  - phrase` on a line of its own, behind the last, its dash below the last dash. */
function behindInLines(text: string, list: ListNode, wanted: Wanted): Splice | undefined {
  const last = list.items.at(-1);
  const dash = /^(?<indent> *)-(?<gap> +)$/u.exec(lineHeadOf(text, last?.start ?? 0))?.groups;
  if (last === undefined || dash === undefined) return undefined;
  return insertLines(text, lineStartAfter(text, last.end), [
    `${dash["indent"]}-${dash["gap"]}${inBlock(wanted.phrase, wanted.quoting)}`,
  ]);
}

/** `[a, b]`: on the same line, or on a line of its own when the last one has one. */
function behindInBrackets(text: string, list: ListNode, wanted: Wanted): Splice {
  const source = inFlow(wanted.phrase, wanted.quoting);
  const last = list.items.at(-1);
  if (last === undefined) return { at: list.start + 1, removed: "", inserted: source };
  const indent = lineHeadOf(text, last.start);
  const hasOwnLine = indent.trim() === "" && lineStartOf(text, last.start) > list.start;
  if (!hasOwnLine) return { at: last.end, removed: "", inserted: `, ${source}` };
  const eol = lineBreakNear(text, last.end);
  const tail = /^[ \t]*(,?)[ \t]*(#[^\n]*)?\r?\n/u.exec(text.slice(last.end, list.end));
  if (tail?.[1] === ",") {
    const at = last.end + tail[0].length;
    return { at, removed: "", inserted: `${indent}${source},${eol}` };
  }
  // A comment stays beside what it is about.
  const rest = tail?.[2] === undefined ? "" : tail[0];
  const line = rest === "" ? `${eol}${indent}${source}` : `${rest}${indent}${source}${eol}`;
  return { at: last.end, removed: rest, inserted: `,${line}` };
}

/** A whole `phrases` for an owner that has none, before its answer. */
function listOfLines(text: string, owner: MappingNode, wanted: Wanted): Splice {
  const answer = owner.fields.get("answer");
  const hasOwnLine = answer !== undefined && lineHeadOf(text, answer.key.start).trim() === "";
  const at = hasOwnLine ? lineStartOf(text, answer.key.start) : lineStartAfter(text, owner.end);
  const indent = " ".repeat(lineHeadOf(text, owner.start).length);
  return insertLines(text, at, [
    `${indent}phrases:`,
    `${indent}  - ${inBlock(wanted.phrase, wanted.quoting)}`,
  ]);
}

function listInBraces(owner: MappingNode, wanted: Wanted): Splice | undefined {
  const answer = owner.fields.get("answer");
  if (answer === undefined) return undefined;
  return {
    at: answer.key.start,
    removed: "",
    inserted: `phrases: [${inFlow(wanted.phrase, wanted.quoting)}], `,
  };
}
