// The whole check of a content, from its text: mistakes, and what could be better.
import { lintSheet } from "../faq/lint.ts";
import { readFaq } from "../faq/parse.ts";
import { inOrder, type Problem } from "../faq/problem.ts";
import type { Faq } from "../faq/faq.ts";

export interface ContentToCheck {
  /** The text of faq.yaml. */
  readonly text: string;
  /** An ISO date: 2025-09-15. */
  readonly today: string;
}

/** Problems in the order of the file; a content that is fit for service has warnings at most. */
export type CheckedContent =
  | { readonly kind: "fit"; readonly faq: Faq; readonly problems: readonly Problem[] }
  | { readonly kind: "unfit"; readonly problems: readonly Problem[] };

export function checkContent({ text, today }: ContentToCheck): CheckedContent {
  const { parsed, sheet } = readFaq(text);
  const lint = sheet === undefined ? [] : lintSheet(sheet, today);
  if (parsed.kind === "problems") {
    return { kind: "unfit", problems: inOrder([...parsed.problems, ...lint]) };
  }
  return { kind: "fit", faq: parsed.faq, problems: inOrder([...parsed.warnings, ...lint]) };
}
