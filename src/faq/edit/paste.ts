// A change as somebody makes it by hand: which lines to put where.
import { applySplice, lineStartAfter, lineStartOf, type Splice } from "./splice.ts";

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
