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

/** The vocabulary of all these texts, in steps of a text or a word: it takes a fifth of a second for a long content. */
export function* createVocabulary(texts: Iterable<string>): Generator<undefined, Vocabulary> {
  const counts = yield* countWords([...texts, ...COURTESY_WORDS]);
  const stems = new Set<string>();
  for (const word of counts.keys()) {
    stems.add(stem(word));
    yield;
  }
  return {
    isKnown: (word) => counts.has(word) || stems.has(stem(word)),
    speller: yield* createSpeller(counts),
  };
}

function* countWords(texts: Iterable<string>): Generator<undefined, ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(normalise(text))) {
      const whole = toOneScript(word);
      counts.set(whole, (counts.get(whole) ?? 0) + 1);
    }
    yield;
  }
  return counts;
}
