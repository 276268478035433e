// Text broken into lines that fit a width: smaller where it is long, cut where it is endless.
import { printable, widthOf } from "./text-width.ts";

export interface FittedText {
  readonly lines: readonly string[];
  /** Font size, in the unit of the width. */
  readonly size: number;
}

/** Where the text goes; one unit of length for all. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Font sizes to try, largest first. */
  readonly sizes: readonly [number, ...number[]];
}

/** The distance of two baselines, in font sizes. */
export const LINE_HEIGHT = 1.3;
/** Nothing that is read on a wall is longer; the rest is not measured. */
const MAX_LENGTH = 1000;
const ELLIPSIS = "…";

/** The largest size at which all of the text fits without breaking a word; no lines for a text of nothing printable. */
export function fitText(text: string, { width, height, sizes }: Room): FittedText {
  const words = withTiedWords(printable(text.slice(0, MAX_LENGTH)));
  const tries = sizes.map((size) => {
    const lines = wrapText(words, width, size);
    return { lines, size, isWhole: lines.length <= linesIn(height, size) };
  });
  const chosen =
    tries.find(({ isWhole, size }) => isWhole && !breaksWord(words, width, size)) ??
    tries.find(({ isWhole }) => isWhole);
  if (chosen !== undefined) {
    const { lines, size } = chosen;
    return { lines: balanced(words, lines, width, size), size };
  }
  const size = sizes.at(-1) ?? sizes[0];
  return { lines: cut(wrapText(words, width, size), linesIn(height, size), width, size), size };
}

function linesIn(height: number, size: number): number {
  return Math.max(1, Math.floor(height / (size * LINE_HEIGHT)));
}

/** Greedy lines; a word wider than a line is broken anywhere. */
function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = breakWord(word, width, size);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}

/** Pieces of one word, each at least a character and no wider than a line. */
function breakWord(word: string, width: number, size: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && widthOf(piece + character, size) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** A number stays with its sign, initials with the name, "в", "и", "не" with the next word: no line ends with them. */
function withTiedWords(text: string): string {
  return text
    .replace(/№ (?=\d)/gu, "№\u00a0")
    .replace(/(?<=^|[ \u00a0«(])(\p{Lu}\.) (?=\p{Lu})/gu, "$1\u00a0")
    .replace(/(?<=^|[ \u00a0«(])(\p{L}{1,2}) (?=\S)/gu, "$1\u00a0");
}

function breaksWord(text: string, width: number, size: number): boolean {
  return text.split(" ").some((word) => widthOf(word, size) > width);
}

/** The same number of lines, but of much the same length: the narrowest width that does not add a line. */
function balanced(text: string, lines: readonly string[], width: number, size: number): readonly string[] {
  const STEPS = 20;
  for (let step = STEPS / 2; step < STEPS; step += 1) {
    const narrower = (width * step) / STEPS;
    if (breaksWord(text, narrower, size)) continue;
    const tried = wrapText(text, narrower, size);
    if (tried.length <= lines.length) return tried;
  }
  return lines;
}

function cut(lines: readonly string[], maxLines: number, width: number, size: number): readonly string[] {
  const kept = lines.slice(0, maxLines);
  let last = kept.at(-1) ?? "";
  while (last !== "" && widthOf(last + ELLIPSIS, size) > width) {
    last = Array.from(last).slice(0, -1).join("");
  }
  return [...kept.slice(0, -1), last.replace(/[\s.,;:]+$/u, "") + ELLIPSIS];
}
