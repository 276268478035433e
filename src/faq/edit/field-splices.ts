// A key of an item with its value: changed, put in, taken out.
import type { Field, ListNode, MappingNode, YamlNode } from "../yaml/yaml-node.ts";
import { answerSplices } from "./answer-splices.ts";
import { FIELD_KEYS, type FieldKey, type FieldValue } from "./item-fields.ts";
import { listSplices } from "./list-splices.ts";
import { listSteps } from "./list-steps.ts";
import { inFlow, inPlaceOf, type Quoting } from "./scalar-source.ts";
import { insertLines, lineBreakNear, lineHeadOf, lineStartAfter, lineStartOf, type Splice } from "./splice.ts";
import { tidyLine } from "./tidy-text.ts";

/** Keys that may stand before those that can be changed, or between them. */
const ORDER: readonly string[] = ["id", ...FIELD_KEYS.slice(0, FIELD_KEYS.indexOf("checked")), "source", "checked"];

/** The ways to give `key` the value, each as splices apart from each other in the order of the text; the best first. */
export function fieldSplices(
  text: string,
  item: MappingNode,
  key: FieldKey,
  value: FieldValue,
): readonly (readonly Splice[])[] {
  const field = item.fields.get(key);
  const isFlow = text[item.start] === "{";
  if (value === undefined) {
    const splice = field && (isFlow ? takenOut(text, item, field) : linesTakenOut(text, field));
    return splice === undefined ? [] : [[splice]];
  }
  if (key === "answer" && field !== undefined && typeof value === "string") {
    const keyColumn = lineHeadOf(text, field.key.start).length;
    return answerSplices(text, { node: field.node, keyColumn, isFlow }, value).map((one) => [one]);
  }
  return (["as needed", "always"] as const).flatMap((quoting) => {
    const splices = valueSplices(text, { item, field, key, isFlow }, value, quoting);
    return splices === undefined ? [] : [splices];
  });
}

interface Target {
  readonly item: MappingNode;
  readonly field: Field | undefined;
  readonly key: FieldKey;
  readonly isFlow: boolean;
}

function valueSplices(
  text: string,
  { item, field, key, isFlow }: Target,
  value: string | readonly string[],
  quoting: Quoting,
): readonly Splice[] | undefined {
  if (field === undefined) return [putIn(text, item, key, sourceOf(value, { quoting, isFlow }))];
  const { node } = field;
  if (node.kind === "list" && typeof value !== "string" && value.length > 0 && node.items.length > 0)
    return listSplices(text, node, listSteps(node.items.map(textOf), value), quoting);
  const isBehindColon = node.kind === "empty" || isInLines(text, node);
  const start = isBehindColon ? behindColon(text, field) : node.start;
  const end = node.kind === "empty" ? start : endOf(text, node);
  const old = text.slice(start, end);
  if (typeof value !== "string" && old.includes("#")) return undefined;
  const source = sourceOf(value, { quoting, isFlow }, old);
  const inserted = old.endsWith("\n") ? source + lineBreakNear(text, end) : source;
  return [{ at: start, removed: old, inserted: isBehindColon ? ` ${inserted}` : inserted }];
}

function textOf(node: YamlNode): string {
  return node.kind === "scalar" && typeof node.value === "string" ? tidyLine(node.value) : "";
}

function sourceOf(
  value: string | readonly string[],
  style: { readonly quoting: Quoting; readonly isFlow: boolean },
  old = "",
): string {
  if (typeof value === "string") return inPlaceOf(old, value, style);
  return `[${value.map((one) => inFlow(one, style.quoting)).join(", ")}]`;
}

function behindColon(text: string, { key }: Field): number {
  const colon = /^[ \t]*:/u.exec(text.slice(key.end))?.[0] ?? "";
  return key.end + colon.length;
}

/** Where the value itself ends: a list in lines ends with its last item, whatever comments follow. */
function endOf(text: string, node: YamlNode): number {
  return isInLines(text, node) ? (node.items.at(-1)?.end ?? node.end) : node.end;
}

function isInLines(text: string, node: YamlNode): node is ListNode {
  return node.kind === "list" && text[node.start] !== "[";
}

/** Behind the last of the keys that stand before it in a tidy file. */
function putIn(text: string, item: MappingNode, key: FieldKey, source: string): Splice {
  const earlier = new Set(ORDER.slice(0, ORDER.indexOf(key)));
  const before = [...item.fields].findLast(([name]) => earlier.has(name))?.[1];
  const end = before === undefined ? item.start : endOfField(text, before);
  if (text[item.start] === "{") return { at: end, removed: "", inserted: `, ${key}: ${source}` };
  const indent = " ".repeat(lineHeadOf(text, item.start).length);
  return insertLines(text, lineStartAfter(text, end), [`${indent}${key}: ${source}`]);
}

function endOfField(text: string, field: Field): number {
  return field.node.kind === "empty" ? behindColon(text, field) : endOf(text, field.node);
}

function linesTakenOut(text: string, field: Field): Splice | undefined {
  if (lineHeadOf(text, field.key.start).trim() !== "") return undefined;
  const at = lineStartOf(text, field.key.start);
  const removed = text.slice(at, lineStartAfter(text, endOfField(text, field)));
  return { at, removed, inserted: "" };
}

/** With the comma before it, or behind it where it is the first; undefined where a comment would go too. */
function takenOut(text: string, item: MappingNode, field: Field): Splice | undefined {
  const fields = [...item.fields.values()];
  const index = fields.indexOf(field);
  const before = fields[index - 1];
  const at = before === undefined ? field.key.start : endOfField(text, before);
  const end =
    before === undefined ? (fields[index + 1]?.key.start ?? endOfField(text, field)) : endOfField(text, field);
  const gap = before === undefined ? text.slice(endOfField(text, field), end) : text.slice(at, field.key.start);
  return gap.includes("#") ? undefined : { at, removed: text.slice(at, end), inserted: "" };
}
