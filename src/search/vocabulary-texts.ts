// The texts whose words count as known when a message is read.
import type { Faq } from "../faq/faq.ts";

/** `phrases` are those of all items. */
export function vocabularyTexts(faq: Faq, phrases: readonly string[]): readonly string[] {
  return [...phrases, ...faq.entries.map(({ answer }) => answer), ...faq.synonyms.flat()];
}
