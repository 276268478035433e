// The words of the content: what counts as a known word when a message is read.
import { COURTESY_WORDS } from "./courtesy.ts";
import { toOneScript, stem } from "./stem.ts";
import { normalise, wordsOf } from "./normalise.ts";
import { createSpeller, type Speller } from "./spelling.ts";

export interface Vocabulary {
  /** Whether some form of this lower-case word occurs in the content or in courtesies. */
  readonly isKnown: (word: string) => boolean;
  readonly speller: Speller;
}

/** The vocabulary of all these texts. */
export function createVocabulary(texts: Iterable<string>): Vocabulary {
  const counts = countWords([...texts, ...COURTESY_WORDS]);
  const stems = new Set(Array.from(counts.keys(), stem));
  return {
    isKnown: (word) => counts.has(word) || stems.has(stem(word)),
    speller: createSpeller(counts),
  };
}

function countWords(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(normalise(text))) {
      const whole = toOneScript(word);
      counts.set(whole, (counts.get(whole) ?? 0) + 1);
    }
  }
  return counts;
}
