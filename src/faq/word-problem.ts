// All problems in Russian: what is wrong, and what to do.
import type { Problem, ProblemCode, ProblemOf } from "./problem.ts";
import { CASE_WORDS } from "./word-cases.ts";
import { CONTENT_WORDS } from "./word-content.ts";
import { FILE_WORDS } from "./word-file.ts";
import { LINT_WORDS } from "./word-lint.ts";
import type { Wording, Words } from "./wording.ts";

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
