// Reads the light Markdown that MAX takes in messages: no lists, no tables, no nesting of blocks.
import type { MarkupKind } from "../world/shapes.ts";
import { type MarkedText, linkLook, SpanCollector } from "./spans.ts";

/** Longest first, so that `**` is not read as two `*`. Double underscore is bold in MAX. */
const PAIRS: readonly (readonly [string, MarkupKind])[] = [
  ["**", "strong"],
  ["__", "strong"],
  ["~~", "strikethrough"],
  ["++", "underline"],
  ["^^", "highlighted"],
  ["*", "emphasized"],
  ["_", "emphasized"],
];
// MAX documents no escaping; the SDK's own `fmt.escape` puts backslashes before these.
const ESCAPED = /^\\[\\_*[\]()~`>#+=|{}.!\-^]/u;
const CODE = /^`(?<code>[^`]+)`/u;
const LINK = /^\[(?<label>[^\]\n]+)\]\((?<url>[^()\s]+)\)/u;
const BLOCK = /^(?:(?<heading>#{1,6})|>) +(?=\S)/u;

export function parseMarkdown(markdown: string): MarkedText {
  const spans = new SpanCollector();
  for (const [index, line] of markdown.split("\n").entries()) {
    if (index > 0) spans.write("\n");
    writeLine(spans, line);
  }
  return spans.finish();
}

function writeLine(spans: SpanCollector, line: string): void {
  const block = BLOCK.exec(line);
  const from = spans.length;
  writeInline(spans, block === null ? line : line.slice(block[0].length));
  if (block === null) return;
  spans.mark({ type: block.groups?.["heading"] === undefined ? "quote" : "heading" }, from);
}

function writeInline(spans: SpanCollector, text: string): void {
  let rest = text;
  let before = "";
  while (rest !== "") {
    const used = writeEscape(spans, rest) || writeSpan(spans, rest, before);
    if (used === 0) spans.write(rest.charAt(0));
    const step = used === 0 ? 1 : used;
    before = rest.charAt(step - 1);
    rest = rest.slice(step);
  }
}

function writeEscape(spans: SpanCollector, rest: string): number {
  const escaped = ESCAPED.exec(rest)?.[0];
  if (escaped === undefined) return 0;
  spans.write(escaped.slice(1));
  return escaped.length;
}

/** Writes the formatted run that `rest` starts with; returns how many characters it took, 0 for none. */
function writeSpan(spans: SpanCollector, rest: string, before: string): number {
  const from = spans.length;
  const code = CODE.exec(rest);
  if (code?.groups !== undefined) {
    spans.write(code.groups["code"] ?? "");
    spans.mark({ type: "monospaced" }, from);
    return code[0].length;
  }
  const link = LINK.exec(rest);
  if (link?.groups !== undefined) {
    writeInline(spans, link.groups["label"] ?? "");
    spans.mark(linkLook(link.groups["url"] ?? ""), from);
    return link[0].length;
  }
  return writePair(spans, rest, before);
}

function writePair(spans: SpanCollector, rest: string, before: string): number {
  const pair = PAIRS.find(([sign]) => rest.startsWith(sign));
  if (pair === undefined) return 0;
  const [sign, type] = pair;
  const inner = innerOf(rest, sign, before);
  if (inner === undefined) return 0;
  const from = spans.length;
  writeInline(spans, inner);
  spans.mark({ type }, from);
  return inner.length + 2 * sign.length;
}

/** What stands between two signs; undefined when that is no formatting: `2 * 3`, `snake_case_name`. */
function innerOf(rest: string, sign: string, before: string): string | undefined {
  const isUnderscore = sign.startsWith("_");
  if (isUnderscore && /[\p{L}\p{N}]/u.test(before)) return undefined;
  let end = rest.indexOf(sign, sign.length + 1);
  while (end > 0) {
    const inner = rest.slice(sign.length, end);
    const after = rest.charAt(end + sign.length);
    const isInsideWord = isUnderscore && /[\p{L}\p{N}]/u.test(after);
    if (/^\S/u.test(inner) && /\S$/u.test(inner) && !isInsideWord && after !== sign) return inner;
    end = rest.indexOf(sign, end + 1);
  }
  return undefined;
}
