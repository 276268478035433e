// Problems as a terminal shows them: file:line:column, the text, the source line and a caret under the place.
import { lineStartsOf } from "../yaml/locator.ts";
import type { Place, Problem } from "./problem.ts";
import { wordProblem } from "./word-problem.ts";

export interface PrintOptions {
  /** As the reader knows the file. */
  readonly file: string;
  /** The text the problems were found in. */
  readonly text: string;
  readonly isColored: boolean;
}

/** Columns shown of a long line. */
const WINDOW_WIDTH = 100;
/** Of these, how many stand before the place. */
const LEAD_WIDTH = 40;

export type PrintProblem = (problem: Problem) => string;

/** A printer for the problems of one file. Three lines for a problem with a place, one without; no line break at the end. */
export function createProblemPrinter({ file, text, isColored }: PrintOptions): PrintProblem {
  const starts = lineStartsOf(text);
  const paint = isColored ? painted : unpainted;
  return (problem) => {
    const { place, severity } = problem;
    const word = severity === "error" ? paint("ошибка:", RED) : paint("предупреждение:", YELLOW);
    const address = place === undefined ? file : `${file}:${place.line}:${place.column}`;
    const head = `${paint(printable(address), BOLD)}: ${word} ${printable(wordProblem(problem))}`;
    if (place === undefined || text === "") return head;
    const { source, caret } = excerpt(lineOf(text, starts, place.line), place);
    return [head, `    ${source}`, `    ${paint(caret, RED)}`].join("\n");
  };
}

function lineOf(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1] ?? text.length;
  return text.slice(start, (starts[line] ?? text.length + 1) - 1);
}

/** The part of the line around the place, and a line of carets under the place. */
function excerpt(line: string, { column, length }: Place): { readonly source: string; readonly caret: string } {
  const at = Math.min(column - 1, line.length);
  const from = line.length <= WINDOW_WIDTH ? 0 : Math.max(0, Math.min(at - LEAD_WIDTH, line.length - WINDOW_WIDTH));
  const to = Math.min(line.length, from + WINDOW_WIDTH);
  const before = (from > 0 ? "…" : "") + printable(line.slice(from, at));
  const marked = printable(line.slice(at, Math.min(at + length, to)));
  const after = printable(line.slice(Math.min(at + length, to), to)) + (to < line.length ? "…" : "");
  const caret = " ".repeat(widthOf(before)) + "^".repeat(Math.max(1, widthOf(marked)));
  return { source: (before + marked + after).trimEnd(), caret };
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

/** Tabs become one space, so that the caret stays under its place; nothing may steer the reader's terminal. */
function printable(text: string): string {
  return text.replace(/[\t\r\n]/gu, " ").replace(UNPRINTABLE, "\ufffd");
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const DOUBLE_WIDTH =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]$/u;

/** Columns of a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (width, char) => width + (ZERO_WIDTH.test(char) ? 0 : DOUBLE_WIDTH.test(char) ? 2 : 1),
    0,
  );
}

const BOLD = 1;
const RED = 31;
const YELLOW = 33;

function painted(text: string, code: number): string {
  return `\u001b[${code}m${text}\u001b[0m`;
}

function unpainted(text: string): string {
  return text;
}
