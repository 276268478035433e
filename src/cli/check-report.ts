// What `check` prints: for people, for code review on GitHub, and for other programs.
import type { FaultyFile } from "../live/content-fault.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import type { Problem } from "../faq/problems/problem.ts";
import { wordingOf, wordProblem } from "../faq/problems/word-problem.ts";

/** Nobody mends more in one go, and a file of the wrong kind has thousands. */
const MAX_PRINTED = 100;

export function textOf(files: readonly FaultyFile[], isColored: boolean): string {
  return files
    .map(({ file, text, problems }) => {
      const print = createProblemPrinter({ file, text, isColored });
      const shown = problems.slice(0, MAX_PRINTED).map((problem) => `${print(problem)}\n\n`);
      const rest = problems.length - shown.length;
      return shown.join("") + (rest > 0 ? `… и ещё ${rest}\n\n` : "");
    })
    .join("");
}

/** Workflow commands: docs.github.com, "Workflow commands for GitHub Actions". */
export function githubOf(files: readonly FaultyFile[]): string {
  return files
    .flatMap(({ file, problems }) => problems.map((problem) => annotation(file, problem)))
    .join("");
}

function annotation(file: string, problem: Problem): string {
  const { severity, place, code } = problem;
  const properties = [
    // GitHub knows files by their path from the root of the repository.
    ["file", file.replace(/^\.\//u, "")],
    ...(place === undefined
      ? []
      : [
          ["line", String(place.line)],
          ["col", String(place.column)],
          ["endColumn", String(place.column + place.length)],
        ]),
    ["title", code],
  ].map(([name = "", value = ""]) => `${name}=${escapeProperty(value)}`);
  return `::${severity} ${properties.join(",")}::${escapeData(wordProblem(problem))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A problem as a program gets it; lines and columns count from 1, columns and length in UTF-16 units. */
export function problemsForJson(files: readonly FaultyFile[]) {
  return files.flatMap(({ file, problems }) =>
    problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      file,
      line: problem.place?.line ?? null,
      column: problem.place?.column ?? null,
      length: problem.place?.length ?? null,
      ...wordingOf(problem),
    })),
  );
}
