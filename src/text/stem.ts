// Words cut to their Snowball stems, so that "чаты", "чатов" and "чате" are one word.
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { foldLookAlikes } from "./look-alikes.ts";

const LATIN = /^[a-z]+$/u;

/**
 * The stem of a lower-case word: English for Latin words, Russian for all others. Look-alike letters are folded after
 * that, so that "max" and "мах" have one stem and "type" and "types" too.
 */
export function stem(word: string): string {
  return foldLookAlikes(LATIN.test(word) ? stemEnglish(word) : stemRussian(word));
}
