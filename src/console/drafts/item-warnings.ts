// What `check` warns of, told apart by the items it is about.
import type { Problem } from "../../faq/problems/problem.ts";
import type { Sheet } from "../../faq/sheet.ts";
import { problemAsSentence } from "../../faq/problems/word-problem.ts";

const LISTS = ["entries", "topics", "smalltalk"] as const;

/** In Russian; undefined asks for those that are about no item. */
export type WarningsOf = (id: string | undefined) => readonly string[];

export function warningsByItem(problems: readonly Problem[], sheet: Sheet): WarningsOf {
  const starts = startsIn(sheet);
  const warnings = new Map<string | undefined, string[]>();
  for (const problem of problems) {
    if (problem.severity === "error") continue;
    const line = problem.place?.line ?? 0;
    const id = starts.findLast((start) => start.line <= line)?.id;
    const known = warnings.get(id) ?? [];
    warnings.set(id, known);
    known.push(problemAsSentence(problem));
  }
  return (id) => warnings.get(id) ?? [];
}

interface Start {
  readonly line: number;
  /** Undefined where something begins that is no item. */
  readonly id: string | undefined;
}

/** Where each item begins, and each key of the file, in the order of the lines. */
function startsIn(sheet: Sheet): readonly Start[] {
  const { values } = sheet;
  const items = LISTS.flatMap((list) =>
    (values[list] ?? []).map((item, at) => ({
      line: sheet.placeOf([list, at]).line,
      id: item?.id,
    })),
  );
  const keys = Object.keys(values).map((key) => ({
    line: sheet.placeOfKey([], key).line,
    id: undefined,
  }));
  // An item in the line of its key comes behind it.
  return [...keys, ...items].toSorted((a, b) => a.line - b.line);
}
