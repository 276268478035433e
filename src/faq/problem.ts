// What can be wrong with faq.yaml, as data: found by the checks, worded by word-problem.ts.
import type { ParamsByCode } from "./problem-params.ts";

/** Where in the file, within one line. Lines and columns count from 1, columns and length in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

type Severity = "error" | "warning";

export type ProblemCode = keyof ParamsByCode;

export interface ProblemOf<Code extends ProblemCode> {
  readonly code: Code;
  readonly severity: Severity;
  /** Undefined when the problem is the file as a whole. */
  readonly place: Place | undefined;
  readonly params: ParamsByCode[Code];
}

export type Problem = { readonly [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** An error: with it the file is not taken into service. */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: Place | undefined,
  params: ParamsByCode[Code],
): ProblemOf<Code> {
  return { code, severity: "error", place, params };
}

/** A warning: the file works, but probably not as it was meant. */
export function warning<Code extends ProblemCode>(
  code: Code,
  place: Place | undefined,
  params: ParamsByCode[Code],
): ProblemOf<Code> {
  return { ...problem(code, place, params), severity: "warning" };
}

/** Whether it keeps the file from service. */
export function isError({ severity }: Pick<Problem, "severity">): boolean {
  return severity === "error";
}

/** In the order of the file, each problem once; those without a place first. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((found) => [keyOf(found), found]));
  return [...unique.values()].sort(
    (a, b) =>
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

function keyOf(found: Problem): string {
  return JSON.stringify([found.code, found.place, found.params]);
}
