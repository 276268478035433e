// One change of a text at one place, the lines around it, and how somebody makes it by hand.

export interface Splice {
  /** Offset into the text before the change. */
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

export function applySplice(text: string, { at, removed, inserted }: Splice): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** Splices in the order of the text and apart from each other. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  return splices.reduceRight(applySplice, text);
}

/** The one splice, in whole lines, that makes `after` of `before`. It inserts something, to be found by later. */
export function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  head = before.lastIndexOf("\n", head - 1) + 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // Back to a line break that both have before the end; it stays outside.
  const alike = before.slice(before.length - tail);
  const feed = alike.indexOf("\n");
  const isAtLine = endsLine(before, tail) && endsLine(after, tail);
  const kept = isAtLine ? tail : feed === -1 ? 0 : tail - feed - 1;
  if (head === after.length - kept) head = lineStartOf(before, Math.max(head - 1, 0));
  return {
    at: head,
    removed: before.slice(head, before.length - kept),
    inserted: after.slice(head, after.length - kept),
  };
}

/** Whether what stands before the last `tail` characters ends with a line break, or is nothing. */
function endsLine(text: string, tail: number): boolean {
  const end = text.length - tail;
  return end === 0 || text[end - 1] === "\n";
}

/** The splice that puts whole lines at `at`, which is the start of a line or the end of the text. */
export function insertLines(text: string, at: number, lines: readonly string[]): Splice {
  const eol = lineBreakNear(text, at);
  const isUnended = at === text.length && at > 0 && !text.endsWith("\n");
  const joined = lines.join(eol);
  return { at, removed: "", inserted: isUnended ? eol + joined : joined + eol };
}

/** The line break that the lines around `at` have. */
export function lineBreakNear(text: string, at: number): "\n" | "\r\n" {
  const before = at === 0 ? -1 : text.lastIndexOf("\n", at - 1);
  const feed = before === -1 ? text.indexOf("\n") : before;
  return text[feed - 1] === "\r" ? "\r\n" : "\n";
}

export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The start of the line after the one that what ends at `end` (exclusive) stands in. */
export function lineStartAfter(text: string, end: number): number {
  if (end > 0 && text[end - 1] === "\n") return end;
  const feed = text.indexOf("\n", end);
  return feed === -1 ? text.length : feed + 1;
}

/** What stands between the start of the line and `offset`. */
export function lineHeadOf(text: string, offset: number): string {
  return text.slice(lineStartOf(text, offset), offset);
}

export interface Paste {
  /** The lines go behind this line of the file, counted from 1; 0 is the top. */
  readonly afterLine: number;
  /** How many lines behind it they take the place of; 0 when they are new. */
  readonly replacedLines: number;
  /** Without line breaks; empty when lines are only to be deleted. */
  readonly lines: readonly string[];
}

/** The splice in whole lines of `text`, which is the text before it. */
export function pasteOf(text: string, splice: Splice): Paste {
  const { at, removed, inserted } = splice;
  if (removed === "" && at === text.length && /^\r?\n/u.test(inserted)) {
    const lines = linesOf(inserted.replace(/^\r?\n/u, ""));
    return { afterLine: linesOf(text).length, replacedLines: 0, lines };
  }
  const start = lineStartOf(text, at);
  const isWhole = start === at && /(?:^|\n)$/u.test(inserted) && /(?:^|\n)$/u.test(removed);
  const end = isWhole ? at + removed.length : lineStartAfter(text, at + removed.length);
  const changed = applySplice(text, splice);
  return {
    afterLine: linesOf(text.slice(0, start)).length,
    replacedLines: linesOf(text.slice(start, end)).length,
    lines: linesOf(changed.slice(start, end - removed.length + inserted.length)),
  };
}

function linesOf(text: string): readonly string[] {
  if (text === "") return [];
  return text.replace(/\r?\n$/u, "").split(/\r?\n/u);
}
