// The wording of a group that makes a phrase of faq.yaml: without what was masked, and not a story.
import { withoutMasks } from "../text/mask.ts";

/** Longer ones the editor refuses. */
const MAX_LENGTH = 500;
const MIN_LETTERS = 3;

/** The first of the wordings that will do; the first of all where none does, for the editor to say why. */
export function teachablePhrase(texts: readonly string[]): string | undefined {
  const whole = texts.map((text) => ({ text, kept: withoutMasks(text).trim() }));
  const fit = whole.filter(({ text, kept }) => says(kept, text));
  return (fit.find(({ kept }) => kept.length <= MAX_LENGTH) ?? fit[0])?.kept;
}

/** What was cut out of a text has to leave more than one word: "код [номер]" says nothing without its number. */
function says(kept: string, text: string): boolean {
  const words = kept.match(/\p{L}+/gu) ?? [];
  if (words.join("").length < MIN_LETTERS) return false;
  return kept === text.trim() || words.length > 1;
}
