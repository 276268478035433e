// Words made comparable: look-alike letters in one script (MAX, МАХ, Mах), and endings cut off.
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemRussian } from "@orama/stemmers/russian";

/** Letters that look alike at least as capitals, in lower case, each above its like. */
const LATIN_ALIKE = "abcehkmoptxy";
const CYRILLIC_ALIKE = "авсенкмортху";

const LOOK_ALIKE = /[abcehkmoptxy]/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * Look-alike letters in their Cyrillic form, wherever they stand: "max" and "мах" become the same, "types" becomes
 * a mixture that nobody reads. Only for comparing, and on both sides.
 */
export function foldLookAlikes(text: string): string {
  return text.replace(LOOK_ALIKE, (letter) => CYRILLIC_ALIKE[LATIN_ALIKE.indexOf(letter)] ?? letter);
}

/** Whether some letter of the text is Cyrillic. */
export function hasCyrillic(text: string): boolean {
  return CYRILLIC.test(text);
}

/** A lower-case word with some Cyrillic letter in Cyrillic as far as its Latin letters look like it; others stay. */
export function toOneScript(word: string): string {
  return hasCyrillic(word) ? foldLookAlikes(word) : word;
}

const LATIN = /^[a-z]+$/u;

/**
 * The stem of a lower-case word: English for Latin words, Russian for all others. Look-alike letters are folded after
 * that, so that "max" and "мах" have one stem and "type" and "types" too.
 */
export function stem(word: string): string {
  return foldLookAlikes(LATIN.test(word) ? stemEnglish(word) : stemRussian(word));
}
