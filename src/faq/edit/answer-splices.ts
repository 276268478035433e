// A text of several lines in the place of another: within its block where there is one, as a block of its own where not.
import type { YamlNode } from "../yaml/yaml-node.ts";
import { inPlaceOf } from "./scalar-source.ts";
import { lineBreakNear, lineStartAfter, type Splice } from "./splice.ts";
import { tidyLines } from "./tidy-text.ts";

export interface TextPlace {
  readonly node: YamlNode;
  /** Where the key begins in its line, from 0. */
  readonly keyColumn: number;
  /** In braces. */
  readonly isFlow: boolean;
}

/** The ways to do it, the best first. */
export function answerSplices(text: string, { node, keyColumn, isFlow }: TextPlace, wanted: string): readonly Splice[] {
  const old = text.slice(node.start, node.end);
  const lines = wanted.split("\n");
  const quoted = { at: node.start, removed: old, inserted: JSON.stringify(wanted) };
  if (isFlow) return [quoted];
  const block = blockSplice(text, node, { lines, indent: " ".repeat(keyColumn + 2) });
  if (/^[|>]/u.test(old)) {
    const inside = contentSplice(text, node, lines);
    return inside === undefined ? [block] : [inside, block];
  }
  if (lines.length > 1) return [block, quoted];
  const inserted = inPlaceOf(old, wanted, { quoting: "as needed", isFlow });
  return [{ ...quoted, inserted }, block, quoted];
}

/** The lines of a block behind `|`, its head and the blank lines behind it left alone; undefined for other blocks. */
function contentSplice(text: string, node: YamlNode, lines: readonly string[]): Splice | undefined {
  const at = lineStartAfter(text, node.start);
  // With a number in the head the indent is not that of the first line.
  if (!/^\|[+-]?[ \t]*(?:#[^\n]*)?\r?\n/u.test(text.slice(node.start, at))) return undefined;
  const body = /^(?:[ \t]*\r?\n)*/u.exec(text.slice(at, node.end))?.[0] ?? "";
  const start = at + body.length;
  const removed = text.slice(start, node.end).replace(/(?:\r?\n[ \t]*)*$/u, "");
  const indent = /^ */u.exec(removed)?.[0] ?? "";
  const eol = lineBreakNear(text, start);
  const inserted = withAlikeKept(removed.split(/\r?\n/u), lines, indent).join(eol);
  return indent === "" ? undefined : { at: start, removed, inserted };
}

/** The lines as they are to stand there; those at both ends that say the same stay as they were written. */
function withAlikeKept(old: readonly string[], lines: readonly string[], indent: string): readonly string[] {
  const said = old.map((line) => tidyLines(`.${line.slice(indent.length)}`).slice(1));
  const most = Math.min(old.length, lines.length);
  let head = 0;
  while (head < most && said[head] === lines[head]) head += 1;
  let tail = 0;
  while (tail < most - head && said.at(-1 - tail) === lines.at(-1 - tail)) tail += 1;
  return [
    ...old.slice(0, head),
    ...lines.slice(head, lines.length - tail).map((line) => (line === "" ? "" : indent + line)),
    ...old.slice(old.length - tail),
  ];
}

interface Block {
  readonly lines: readonly string[];
  readonly indent: string;
}

/** The whole value as a block behind `|`; a comment behind the value stays in its line. */
function blockSplice(text: string, node: YamlNode, { lines, indent }: Block): Splice {
  const eol = lineBreakNear(text, node.start);
  const old = text.slice(node.start, node.end);
  const isBlock = /^[|>]/u.test(old);
  const headEnd = lineStartAfter(text, isBlock ? node.start : node.end);
  const head = isBlock
    ? text.slice(node.start, headEnd).replace(/^[|>][+\-\d]*/u, "|")
    : `|${text.slice(node.end, headEnd)}`;
  // Blank lines behind a block part its entry from the next one.
  const inkEnd = node.start + old.trimEnd().length;
  const end = isBlock ? lineStartAfter(text, Math.max(inkEnd, headEnd)) : headEnd;
  const body = lines.map((line) => (line === "" ? "" : indent + line)).join(eol);
  const isEnded = end === 0 || text[end - 1] === "\n";
  return {
    at: node.start,
    removed: text.slice(node.start, end),
    inserted: `${head.trimEnd()}${eol}${body}${isEnded ? eol : ""}`,
  };
}
