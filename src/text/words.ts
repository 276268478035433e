// Text cut into words, and words cut to their Snowball stems, so that "чаты", "чатов" and "чате" are one word.
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { foldLookAlikes } from "./look-alikes.ts";

const WORD = /[\p{L}\p{N}]+/gu;

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

const LATIN = /^[a-z]+$/u;

/**
 * The stem of a lower-case word: English for Latin words, Russian for all others. Look-alike letters are folded after
 * that, so that "max" and "мах" have one stem and "type" and "types" too.
 */
export function stem(word: string): string {
  return foldLookAlikes(LATIN.test(word) ? stemEnglish(word) : stemRussian(word));
}
