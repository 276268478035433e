// All problems in Russian: what is wrong, what to do, and how many there are.
import { type Problem, type ProblemCode, type ProblemOf, isError } from "./problem.ts";
import { CASE_WORDS } from "./word-cases.ts";
import { CONTENT_WORDS, LINT_WORDS } from "./word-content.ts";
import { FILE_WORDS } from "./word-file.ts";
import type { Wording, Words } from "./wording.ts";
import { counted } from "../../text/plural.ts";

const WORDS: Words = { ...FILE_WORDS, ...CONTENT_WORDS, ...LINT_WORDS, ...CASE_WORDS };

export function wordingOf<Code extends ProblemCode>({ code, params }: ProblemOf<Code>): Wording {
  return WORDS[code](params);
}

/** One or more sentences, in lower case at the start and without a full stop at the end. */
export function wordProblem<Code extends ProblemCode>(found: ProblemOf<Code>): string {
  const { message, advice } = wordingOf(found);
  return `${message}. ${advice}`;
}

/** The same as a sentence of its own. */
export function problemAsSentence(found: Problem): string {
  const text = wordProblem(found);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

/** Over the files of a content. */
export function tallyOf(files: readonly { readonly problems: readonly Problem[] }[]): Tally {
  const all = files.flatMap(({ problems }) => problems);
  const errors = all.filter(isError).length;
  return { errors, warnings: all.length - errors };
}

/** "1 ошибка, 2 предупреждения", "ошибок нет". */
export function wordTally({ errors, warnings }: Tally): string {
  return [
    errors > 0 ? counted(errors, ["ошибка", "ошибки", "ошибок"]) : "ошибок нет",
    ...(warnings > 0 ? [wordWarnings(warnings)] : []),
  ].join(", ");
}

export function wordWarnings(count: number): string {
  return counted(count, ["предупреждение", "предупреждения", "предупреждений"]);
}
