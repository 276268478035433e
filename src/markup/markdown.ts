// Light Markdown, as people write it in faq.yaml, to rich text.
import { linksOf, type Link } from "./link.ts";
import type { RichText, Span } from "./rich-text.ts";

type Style = Omit<Span, "text">;

/**
 * `**bold**`, `*italic*` and `_italic_` at word borders, lists with "- " or "* ", [links](https://…).
 * Everything else is literal, bare addresses too (MAX links them itself). Formatting ends with its line.
 * Takes time linear in the text, whatever the text is.
 */
export function richTextOf(markdown: string): RichText {
  const lines = markdown.split(/\r?\n/u);
  return joinEqual(lines.flatMap((line, index) => [...lineOf(line), ...(index < lines.length - 1 ? [BREAK] : [])]));
}

const BREAK: Span = { text: "\n" };

const BULLET = /^([ \t]*)[-*][ \t]+(?=\S)/u;

function lineOf(line: string): readonly Span[] {
  return inlineOf(line.replace(BULLET, "$1• "), {});
}

type Mark = "**" | "*" | "_";

/** One line, with what the search for closing marks needs to be done once only. */
interface Line {
  readonly text: string;
  /** Links by where they start; marks inside them are not marks of the line. */
  readonly links: ReadonlyMap<number, Link>;
  /** For each position the nearest closing mark at or after it. */
  readonly closings: Readonly<Record<Mark, readonly (number | undefined)[]>>;
}

function inlineOf(text: string, style: Style): readonly Span[] {
  const links = new Map(linksOf(text).map((link) => [link.start, link]));
  const isInLink = coveredBy(links.values(), text.length);
  const closings = {
    "**": nearestClosings(text, "**", isInLink),
    "*": nearestClosings(text, "*", isInLink),
    _: nearestClosings(text, "_", isInLink),
  };
  return spansBetween({ text, links, closings }, 0, text.length, style);
}

function coveredBy(links: Iterable<Link>, length: number): readonly boolean[] {
  const covered: boolean[] = Array.from({ length }, () => false);
  for (const { start, end } of links) covered.fill(true, start, end);
  return covered;
}

function nearestClosings(text: string, mark: Mark, isInLink: readonly boolean[]): readonly (number | undefined)[] {
  const nearest: (number | undefined)[] = Array.from({ length: text.length + 1 });
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const isHere = isInLink[at] !== true && isClosing(text, mark, at);
    nearest[at] = isHere ? at : nearest[at + 1];
  }
  return nearest;
}

/** Of "***" at the end of bold italic text the first star closes the italics, the other two the bold. */
function isClosing(text: string, mark: Mark, at: number): boolean {
  if (!text.startsWith(mark, at)) return false;
  const run = runAt(text, at);
  if (mark === "**") return run.end - at === 2 && run.end - run.start <= 3 && isInk(text[run.start - 1]);
  const isAlone = run.end - run.start === 1 || (mark === "*" && run.end - run.start === 3);
  return isAlone && at === run.start && isInk(text[at - 1]) && !isWordPart(text, run.end);
}

/** The run of equal marks around `at`. More than four are read as four: such a run is never a mark. */
function runAt(text: string, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  while (start > 0 && at - start < 4 && text[start - 1] === text[at]) start -= 1;
  let end = at + 1;
  while (end - at < 4 && text[end] === text[at]) end += 1;
  return { start, end };
}

function spansBetween(line: Line, from: number, to: number, style: Style): readonly Span[] {
  const spans: Span[] = [];
  let literalFrom = from;
  let at = from;
  while (at < to) {
    const piece = pieceAt(line, at, to, style);
    if (piece === undefined) {
      at += 1;
      continue;
    }
    spans.push({ ...style, text: line.text.slice(literalFrom, at) }, ...piece.spans);
    at = piece.end;
    literalFrom = at;
  }
  spans.push({ ...style, text: line.text.slice(literalFrom, to) });
  return spans;
}

interface Piece {
  readonly spans: readonly Span[];
  readonly end: number;
}

/** The link or the emphasised text that starts at `at`, if any. */
function pieceAt(line: Line, at: number, to: number, style: Style): Piece | undefined {
  const link = line.links.get(at);
  if (link !== undefined) return { spans: spansOfLink(link, style), end: link.end };
  const mark = markAt(line.text, at);
  if (mark === undefined || hasStyle(style, mark)) return undefined;
  const inside = at + mark.length;
  const closing = line.closings[mark][inside + 1];
  if (closing === undefined || closing + mark.length > to) return undefined;
  const inner = { ...style, ...(mark === "**" ? { isBold: true } : { isItalic: true }) };
  return { spans: spansBetween(line, inside, closing, inner), end: closing + mark.length };
}

function spansOfLink(link: Link, style: Style): readonly Span[] {
  if (link.kind === "bare") return [{ ...style, text: link.label }];
  return inlineOf(link.label, { ...style, url: link.address });
}

/** The mark that may open emphasis at `at`. */
function markAt(text: string, at: number): Mark | undefined {
  const char = text[at];
  if (char !== "*" && char !== "_") return undefined;
  const { start, end } = runAt(text, at);
  if (!isInk(text[end])) return undefined;
  if (char === "*" && end - start <= 3 && end - at >= 2 && at === start) return "**";
  const isThirdStar = char === "*" && end - start === 3 && end - at === 1;
  const isAlone = end - start === 1 && !isWordPart(text, at - 1);
  return isThirdStar || isAlone ? char : undefined;
}

function hasStyle(style: Style, mark: Mark): boolean {
  return (mark === "**" ? style.isBold : style.isItalic) === true;
}

function isInk(char: string | undefined): boolean {
  return char !== undefined && !/\s/u.test(char);
}

function isWordPart(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? "");
}

/** Neighbours of one look made one span; empty spans dropped. */
function joinEqual(spans: readonly Span[]): RichText {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (span.text === "") continue;
    if (last !== undefined && isSameLook(last, span))
      joined[joined.length - 1] = { ...last, text: last.text + span.text };
    else joined.push(span);
  }
  return joined;
}

function isSameLook(a: Span, b: Span): boolean {
  return a.isBold === b.isBold && a.isItalic === b.isItalic && a.url === b.url;
}
