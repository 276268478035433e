// The items of a list changed, each in its place and in the way the list is written.
import type { ListNode, YamlNode } from "../yaml/yaml-node.ts";
import type { ListStep } from "./list-steps.ts";
import { inBlock, inFlow, inPlaceOf, type Quoting } from "./scalar-source.ts";
import { insertLines, lineBreakNear, lineHeadOf, lineStartAfter, lineStartOf, type Splice } from "./splice.ts";

/** In the order of the text and apart from each other; undefined where it is not written in one of the usual ways. */
export function listSplices(
  text: string,
  list: ListNode,
  steps: readonly ListStep[],
  quoting: Quoting,
): readonly Splice[] | undefined {
  const isFlow = text[list.start] === "[";
  const added = steps.filter((step) => step.kind === "add");
  const changes = [
    ...steps.flatMap((step) => (step.kind === "replace" ? [replaced(text, list, step, quoting)] : [])),
    ...runsOf(steps, (at) => !isFlow && hasLinesAbove(text, list, at)).map((run) =>
      isFlow ? runInBrackets(text, list, run) : runOfLines(text, list, run),
    ),
    ...groupsOf(added).map((group) =>
      isFlow ? addedInBrackets(text, list, group, quoting) : addedLines(text, list, group, quoting),
    ),
  ];
  const splices = changes.filter((splice) => splice !== undefined);
  if (splices.length < changes.length) return undefined;
  return splices.toSorted((a, b) => a.at - b.at);
}

function replaced(
  text: string,
  list: ListNode,
  { at, text: wanted }: Extract<ListStep, { readonly kind: "replace" }>,
  quoting: Quoting,
): Splice | undefined {
  const item = itemOf(list, at);
  if (item === undefined) return undefined;
  const removed = text.slice(item.start, item.end);
  const source = inPlaceOf(removed, wanted, { quoting, isFlow: text[list.start] === "[" });
  const inserted = removed.endsWith("\n") ? source + lineBreakNear(text, item.end) : source;
  return { at: item.start, removed, inserted };
}

/** Not one that is written elsewhere and only referred to here. */
function itemOf({ items, start, end }: ListNode, at: number): YamlNode | undefined {
  const item = items[at];
  return item !== undefined && item.start >= start && item.end <= end ? item : undefined;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Neighbours that go together, unless something that stays stands between them. */
function runsOf(steps: readonly ListStep[], isApart: (at: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    if (step.kind !== "remove") continue;
    const run = runs.at(-1);
    if (run?.last === step.at - 1 && !isApart(step.at)) runs[runs.length - 1] = { ...run, last: step.at };
    else runs.push({ first: step.at, last: step.at });
  }
  return runs;
}

/** Whether comments or blank lines stand between the item and the one before it. */
function hasLinesAbove(text: string, list: ListNode, at: number): boolean {
  const item = itemOf(list, at);
  const before = itemOf(list, at - 1);
  if (item === undefined || before === undefined) return false;
  return lineStartAfter(text, before.end) < lineStartOf(text, item.start);
}

/** Whole lines; undefined where a dash shares its line. */
function runOfLines(text: string, list: ListNode, { first, last }: Run): Splice | undefined {
  const items = list.items.slice(first, last + 1);
  const isUsual = items.every(
    (item, k) => itemOf(list, first + k) !== undefined && /^ *- +$/u.test(lineHeadOf(text, item.start)),
  );
  const [top] = items;
  const bottom = items.at(-1);
  if (!isUsual || top === undefined || bottom === undefined) return undefined;
  const at = lineStartOf(text, top.start);
  const removed = text.slice(at, lineStartAfter(text, bottom.end));
  return { at, removed, inserted: "" };
}

/** With the comma before it, or behind it where it is the first; undefined where a comment would go too. */
function runInBrackets(text: string, list: ListNode, { first, last }: Run): Splice | undefined {
  const bottom = itemOf(list, last);
  const top = itemOf(list, first);
  if (top === undefined || bottom === undefined) return undefined;
  const before = itemOf(list, first - 1);
  const behind = itemOf(list, last + 1);
  const start = before?.end ?? top.start;
  const end = before === undefined ? (behind?.start ?? bottom.end) : bottom.end;
  const parts = [before, ...list.items.slice(first, last + 1), before === undefined ? behind : undefined];
  return hasCommentBetween(text, parts) ? undefined : { at: start, removed: text.slice(start, end), inserted: "" };
}

/** Within the items a "#" is a sign like any other. */
function hasCommentBetween(text: string, parts: readonly (YamlNode | undefined)[]): boolean {
  const nodes = parts.filter((part) => part !== undefined);
  return nodes.some((node, k) => text.slice(nodes[k - 1]?.end ?? node.start, node.start).includes("#"));
}

interface Group {
  readonly after: number;
  readonly texts: readonly string[];
}

function groupsOf(added: readonly Extract<ListStep, { readonly kind: "add" }>[]): readonly Group[] {
  const groups = new Map<number, string[]>();
  for (const { after, text } of added) groups.set(after, [...(groups.get(after) ?? []), text]);
  return Array.from(groups, ([after, texts]) => ({ after, texts }));
}

/** Below the line of the item before, its dash below the dash; above the first one where there is none before. */
function addedLines(text: string, list: ListNode, { after, texts }: Group, quoting: Quoting): Splice | undefined {
  const near = itemOf(list, Math.max(after, 0));
  const dash = /^ *- +$/u.exec(lineHeadOf(text, near?.start ?? 0))?.[0];
  if (near === undefined || dash === undefined) return undefined;
  const at = after < 0 ? lineStartOf(text, near.start) : lineStartAfter(text, near.end);
  const lines = texts.map((one) => dash + inBlock(one, quoting));
  return insertLines(text, at, lines);
}

/** On a line of its own each, where the item before has one. */
function addedInBrackets(text: string, list: ListNode, { after, texts }: Group, quoting: Quoting): Splice | undefined {
  const near = itemOf(list, Math.max(after, 0));
  if (near === undefined) return undefined;
  const gap = ownLineOf(text, list, near) ?? " ";
  const sources = texts.map((one) => inFlow(one, quoting));
  return after < 0
    ? { at: near.start, removed: "", inserted: sources.map((one) => `${one},${gap}`).join("") }
    : { at: near.end, removed: "", inserted: sources.map((one) => `,${gap}${one}`).join("") };
}

/** The line break and the indent before an item in brackets that begins its line; undefined for others. */
function ownLineOf(text: string, list: ListNode, { start, end }: YamlNode): string | undefined {
  const head = lineHeadOf(text, start);
  const hasOwnLine = head.trim() === "" && lineStartOf(text, start) > list.start;
  return hasOwnLine ? lineBreakNear(text, end) + head : undefined;
}

/** One more behind the last, in the way the list is written; a comment stays beside what it is about. */
export function appendSplice(text: string, list: ListNode, wanted: string, quoting: Quoting): Splice | undefined {
  const last = list.items.at(-1);
  if (text[list.start] !== "[") {
    const group = { after: list.items.length - 1, texts: [wanted] };
    return addedLines(text, list, group, quoting);
  }
  const source = inFlow(wanted, quoting);
  if (last === undefined) return { at: list.start + 1, removed: "", inserted: source };
  const line = ownLineOf(text, list, last);
  const tail = /^[ \t]*(,?)[ \t]*(#[^\n]*)?\r?\n/u.exec(text.slice(last.end, list.end));
  if (line === undefined || tail === null) return { at: last.end, removed: "", inserted: `,${line ?? " "}${source}` };
  const [rest, comma, comment] = tail;
  const eol = lineBreakNear(text, last.end);
  const own = line.slice(eol.length) + source;
  if (comma === ",") return { at: last.end + rest.length, removed: "", inserted: `${own},${eol}` };
  return comment === undefined
    ? { at: last.end, removed: "", inserted: `,${line}${source}` }
    : { at: last.end, removed: rest, inserted: `,${rest}${own}${eol}` };
}
