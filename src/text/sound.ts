// How a Russian word sounds, so that "пачиму" finds "почему" and "зделать" finds "сделать".

/** Spelling → sound, applied in this order. Unstressed о/а and е/и/я sound alike; stress is not known, so all do. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ться|тся|дся|тца|ца/gu, "ца"],
  [/[ьъ]/gu, ""],
  [/й/gu, "и"],
  [/[оа]/gu, "а"],
  [/[еиэыя]/gu, "и"],
  [/ю/gu, "у"],
  [/(?:сч|зч|жч|щ)/gu, "щ"],
  [/(?:вств)/gu, "ств"],
  [/стн/gu, "сн"],
  [/здн/gu, "зн"],
  [/лнц/gu, "нц"],
  [/чт/gu, "шт"],
  [/(?:ого|его)$/gu, "ава"],
];

/** Voiced consonants sound voiceless before a voiceless one and at the end of a word. */
const VOICELESS: Readonly<Record<string, string>> = {
  б: "п",
  в: "ф",
  г: "к",
  д: "т",
  ж: "ш",
  з: "с",
};
const VOICED_BEFORE_VOICELESS = /[бвгджз](?=[пфктшсхцчщ]|$)/gu;
const VOICELESS_BEFORE_VOICED = /[сктп](?=[бгджз])/gu;
const VOICED: Readonly<Record<string, string>> = { с: "з", к: "г", т: "д", п: "б" };
const DOUBLED = /(.)\1+/gu;

/** A key equal for lower-case Russian words that sound (nearly) the same. */
export function soundOf(word: string): string {
  let key = word;
  for (const [spelling, sound] of SOUNDS) key = key.replace(spelling, sound);
  key = key.replace(VOICELESS_BEFORE_VOICED, (letter) => VOICED[letter] ?? letter);
  key = key.replace(VOICED_BEFORE_VOICELESS, (letter) => VOICELESS[letter] ?? letter);
  return key.replace(DOUBLED, "$1");
}
