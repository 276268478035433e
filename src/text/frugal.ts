// Looking words up for one message: each word once, and only so many, whatever somebody has written.
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Words of one message that are looked up by their stems: the readings of transliterated words above all, up to 48 of
 * one. The samples of real questions need at most 180.
 */
const MAX_STEMMED = 300;
/** Unknown words of one message for which the known one is looked for that was meant; of the samples at most 6. */
const MAX_MENDED = 24;

/** The vocabulary for reading one message; what is asked beyond the limits counts as unknown and stays as it is. */
export function frugal({ isKnown, speller }: Vocabulary): Vocabulary {
  return {
    isKnown: atMost(MAX_STEMMED, isKnown, false),
    speller: { fix: atMost(MAX_MENDED, (word) => speller.fix(word), undefined) },
  };
}

/** The function on so many different words, and `otherwise` for all others. */
function atMost<Result>(count: number, look: (word: string) => Result, otherwise: Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    if (!known.has(word)) {
      if (known.size >= count) return otherwise;
      known.set(word, look(word));
    }
    return known.get(word) ?? otherwise;
  };
}
