// Why a content file cannot go into service, and how people are told.
import { UsageError, type OutsideError } from "../runtime/errors.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import { isError, type Problem } from "../faq/problems/problem.ts";

/** One of the files of the content, and what was found in it. */
export interface FaultyFile {
  /** As the reader knows it. */
  readonly file: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

export type ContentFault =
  /** Mistakes in the file, or cases of questions.yaml that do not hold: errors, with the warnings between them. */
  | { readonly kind: "problems"; readonly files: readonly FaultyFile[] }
  /** A valid text that breaks off within a line and is shorter than what is live. */
  | { readonly kind: "cut-off" }
  /** No such file, no right to read it, a disk that fails. */
  | { readonly kind: "unreadable"; readonly error: UsageError | OutsideError }
  /** A valid file that the program fails on. */
  | { readonly kind: "bug"; readonly error: unknown };

const CUT_OFF =
  "файл стал короче и обрывается на середине строки: похоже, он записан не до конца. " +
  "Сохраните его ещё раз; если он и должен быть таким, закончите его пустой строкой";

/** All of them, and the warnings, shows the check. */
const MAX_SHOWN = 20;

/** A printer for the faults of one file: Russian text, an item a problem, each of up to three lines. */
export function createFaultPrinter(file: string): (fault: ContentFault) => readonly string[] {
  return (fault) => {
    switch (fault.kind) {
      case "problems":
        return printProblems(fault.files);
      case "cut-off":
        return [`${file}: ${CUT_OFF}`];
      case "unreadable":
        return [messageOf(fault.error)];
      case "bug":
        return [`${file}: файл верный, но программа с ним не справилась. Сообщите разработчикам`];
    }
  };
}

function printProblems(files: readonly FaultyFile[]): readonly string[] {
  const errors = files.flatMap(({ file, text, problems }) => {
    const print = createProblemPrinter({ file, text, isColored: false });
    // Warnings do not keep a file from service, and a row of them may push the one error out of sight.
    return problems.filter(isError).map(print);
  });
  const shown = errors.slice(0, MAX_SHOWN);
  const rest = errors.length - shown.length;
  return rest === 0 ? shown : [...shown, `… и ещё ${rest}`];
}

function messageOf(error: UsageError | OutsideError): string {
  return error instanceof UsageError && error.hint !== undefined ? `${error.message}. ${error.hint}` : error.message;
}
