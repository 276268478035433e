// Whether an entry says all that a new one would: then it is the same, saved before.
import { foldPhrase } from "../../text/normalise.ts";
import type { EntryFields } from "./item-fields.ts";
import { tidyLine, tidyLines } from "./tidy-text.ts";

type Wanted = Pick<EntryFields, "categoryId" | "question" | "answer" | "phrases">;

/** `wanted` as it was typed. The entry may have been taught more since. */
export function saysAll(
  { categoryId, question, answer, phrases }: EntryFields,
  wanted: Wanted,
): boolean {
  const known = new Set([question, ...phrases].map(foldPhrase));
  return (
    categoryId === wanted.categoryId &&
    question === tidyLine(wanted.question) &&
    answer === tidyLines(wanted.answer) &&
    wanted.phrases.map(tidyLine).every((phrase) => phrase === "" || known.has(foldPhrase(phrase)))
  );
}
