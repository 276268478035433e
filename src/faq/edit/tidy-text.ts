// Texts from a chat made fit for a file, and whether an entry says them already.
import { foldPhrase } from "../../text/normalise.ts";

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

/** One line, words parted by single spaces. */
export function tidyLine(text: string): string {
  return text.replace(UNPRINTABLE, " ").replace(/\s+/gu, " ").trim();
}

/** Lines as they are, without spaces at their ends and empty lines around them. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(UNPRINTABLE, " ").trimEnd())
    .join("\n")
    .trim();
}

interface Said {
  readonly categoryId: string;
  readonly question: string;
  readonly answer: string;
  readonly phrases: readonly string[];
}

/**
 * Whether an entry says all that a new one would: then it is the same, saved before. `wanted` is as it was typed; the
 * entry may have been taught more since.
 */
export function saysAll({ categoryId, question, answer, phrases }: Said, wanted: Said): boolean {
  const known = new Set([question, ...phrases].map(foldPhrase));
  return (
    categoryId === wanted.categoryId &&
    question === tidyLine(wanted.question) &&
    answer === tidyLines(wanted.answer) &&
    wanted.phrases.map(tidyLine).every((phrase) => phrase === "" || known.has(foldPhrase(phrase)))
  );
}
