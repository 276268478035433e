// A pasted list of questions: a line each, without the marks and numbers that come along with a copied list.

/** As many as the server takes at a time. */
export const MOST_QUESTIONS = 1000;
/** A message of MAX has no more. */
const LONGEST = 4000;

export interface PastedQuestions {
  readonly questions: readonly string[];
  /** How many lines were too many. */
  readonly leftOut: number;
}

/** Each once, in their order. */
export function pastedQuestions(text: string): PastedQuestions {
  const lines = text.split(/\r?\n/u).map((line) => withoutMark(line).trim().slice(0, LONGEST));
  const questions = [...new Set(lines.filter((line) => line !== ""))];
  return {
    questions: questions.slice(0, MOST_QUESTIONS),
    leftOut: Math.max(0, questions.length - MOST_QUESTIONS),
  };
}

/** "1. ", "2) ", "- ", "• " */
function withoutMark(line: string): string {
  return line.replace(/^\s*(?:\d{1,4}[.)]|[-–—•*])\s+/u, "");
}
