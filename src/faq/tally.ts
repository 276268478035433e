// How many problems there are, and of what weight.
import { counted } from "../text/plural.ts";
import { isError, type Problem } from "./problem.ts";

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
