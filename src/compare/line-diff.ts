// Two texts line by line: what was taken out, what was put in, and a line of what stayed around it.
import { diffLines } from "diff";

export interface LineChange {
  /** "gap" stands for unchanged lines that are not shown. */
  readonly kind: "removed" | "added" | "same" | "gap";
  readonly line: string;
}

const GAP: LineChange = { kind: "gap", line: "" };

/** Nothing for equal texts. */
export function lineDiff(before: string, after: string): readonly LineChange[] {
  if (before === after) return [];
  const parts = diffLines(`${before}\n`, `${after}\n`);
  return parts.flatMap(({ added, removed, value }, at) => {
    const lines = value.replace(/\n$/u, "").split("\n");
    if (!added && !removed) return surroundings(lines, at === 0, at === parts.length - 1);
    return lines.map((line): LineChange => ({ kind: added ? "added" : "removed", line }));
  });
}

/** The last unchanged line before a change and the first after one. */
function surroundings(lines: readonly string[], isStart: boolean, isEnd: boolean): readonly LineChange[] {
  const same = (line: string | undefined): readonly LineChange[] =>
    line === undefined ? [] : [{ kind: "same", line }];
  const first = isStart ? [] : same(lines[0]);
  const last = isEnd ? [] : same(lines.at(-1));
  const shown = first.length + last.length;
  if (lines.length === 1) return same(lines[0]);
  return lines.length > shown ? [...first, GAP, ...last] : [...first, ...last];
}
