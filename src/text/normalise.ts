// The spelling of a text made uniform, its words, and which phrases are the same to the bot.

/** Zero-width characters, soft hyphens, direction marks and variation selectors: typed by nobody, pasted by many. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** With the frame that makes a digit a keycap, and the skin tones. */
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u20e3/gu;

/** Three or more of one letter: "нееет", "ооочень". Two stay, since Russian doubles letters ("длинный"). */
const STRETCHED = /(\p{L})\1{2,}/gu;

/** Acute and grave over a letter show where the stress is: "кно́почный". Composed letters with them are not Russian. */
const STRESS = /[\u0300\u0301]/gu;

/** Compatibility forms unified (ﬁ → fi, ① → 1), й and ё composed, stress marks and invisible characters dropped. */
function foldUnicode(text: string): string {
  return text.normalize("NFKC").replace(STRESS, "").replace(INVISIBLE, "");
}

/** Lower case; ё becomes е, because hardly anybody types ё. */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}

/** Basic Latin and Russian letters, quotes and dashes: what most messages are made of, with nothing to unify or drop. */
const PLAIN = /^[\u0020-\u007e\nА-яЁё«»–—]*$/u;

/** One spelling for all of them: "нееет" → "нет". Each step relies on the one before. */
export function normalise(text: string): string {
  // Emoji part words but say nothing about the question.
  const unified = PLAIN.test(text) ? text : foldUnicode(text).replace(EMOJI, " ");
  return foldCase(unified).replace(STRETCHED, "$1");
}

const WORD = /[\p{L}\p{N}]+/gu;

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** One sign of several: ")))" → ")". A flag has two code points, what is joined has more. */
const REPEATED_SIGN = /([^\p{L}\p{N}\s]{1,8}?)\1+/gu;
/** One thumb whatever its skin: "👍🏽" → "👍". */
const BESIDE_SIGNS = /[\s\p{Emoji_Modifier}]+/gu;

/** What differs only in case, ё, punctuation and stress marks is one phrase; of signs alone how many there are. */
export function foldPhrase(text: string): string {
  const folded = foldCase(PLAIN.test(text) ? text : foldUnicode(text));
  const words = wordsOf(folded).join(" ");
  return words === "" ? folded.replace(BESIDE_SIGNS, "").replace(REPEATED_SIGN, "$1") : words;
}
