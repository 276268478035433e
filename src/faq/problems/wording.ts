// What a Russian wording of a problem is made of.
import { counted, type NounForms } from "../../text/plural.ts";
import type { ProblemCode, ParamsByCode } from "./problem.ts";

export interface Wording {
  /** What is wrong: lower case at the start, no full stop at the end. */
  readonly message: string;
  /** What to do: one or more sentences without a full stop at the end. */
  readonly advice: string;
}

/** How to word each problem. */
export type Words = {
  readonly [Code in ProblemCode]: (params: ParamsByCode[Code]) => Wording;
};

export function said(message: string, advice: string): Wording {
  return { message, advice };
}

const CHARACTERS: NounForms = ["знак", "знака", "знаков"];

export function characters(count: number): string {
  return counted(count, CHARACTERS);
}

export function wordSuggestion(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : ` (может быть, «${suggestion}»?)`;
}

export function wordLine(line: number | undefined): string {
  return line === undefined ? "" : ` (строка ${line})`;
}
