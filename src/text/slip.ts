// How far a word is from the word it may have been meant as: slips that people make cost little, others a whole error.

/** Letters that are taken for each other, because they sound alike or nearly so without stress. */
const ALIKE = pairs("оа еи еэ ея ия ыи йи юу шщ бп вф гк дт жш зс цс ое хк хг".split(" "));
/** Keys beside each other on the Russian layout. */
const ROWS = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
const NEIGHBOURS = pairs([
  ...ROWS.flatMap((row) => Array.from(row.slice(1), (key, at) => `${row[at] ?? ""}${key}`)),
  ...ROWS.slice(1).flatMap((row, r) =>
    Array.from(row).flatMap((key, at) => [`${ROWS[r]?.[at] ?? ""}${key}`, `${ROWS[r]?.[at + 1] ?? ""}${key}`]),
  ),
]);
const SILENT = /[ьъ]/u;
const VOWEL = /[аеиоуыэюя]/u;

const ALIKE_COST = 0.4;
const NEIGHBOUR_COST = 0.7;
const DOUBLED_COST = 0.3;
const SILENT_COST = 0.3;
const VOWEL_COST = 0.7;
const SWAP_COST = 0.6;
/** People seldom get the first letter wrong. */
const FIRST_LETTER_COST = 0.7;

function pairs(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.flatMap((pair) => [pair, Array.from(pair).toReversed().join("")]));
}

const FIRST = "а".charCodeAt(0);
const LETTERS = 32;
/** The cost of one Russian letter for another, row by row. */
const SUBSTITUTIONS = Float64Array.from({ length: LETTERS * LETTERS }, (_, at) => {
  const typed = String.fromCharCode(FIRST + Math.floor(at / LETTERS));
  const meant = String.fromCharCode(FIRST + (at % LETTERS));
  if (typed === meant) return 0;
  if (ALIKE.has(typed + meant)) return ALIKE_COST;
  return NEIGHBOURS.has(typed + meant) ? NEIGHBOUR_COST : 1;
});
const GAPS = Float64Array.from({ length: LETTERS }, (_, at) => {
  const letter = String.fromCharCode(FIRST + at);
  if (SILENT.test(letter)) return SILENT_COST;
  return VOWEL.test(letter) ? VOWEL_COST : 1;
});

/** Letters as numbers, those of Russian from 0 on; others are alike to none. */
function numbersOf(word: string): Int32Array {
  return Int32Array.from(word, (letter) => letter.charCodeAt(0) - FIRST);
}

function isRussian(letter: number): boolean {
  return letter >= 0 && letter < LETTERS;
}

function substitution(typed: number, meant: number): number {
  if (typed === meant) return 0;
  if (!isRussian(typed) || !isRussian(meant)) return 1;
  return SUBSTITUTIONS[typed * LETTERS + meant] ?? 1;
}

/** A letter too many or too few, after `before`. */
function gap(letter: number, before: number | undefined): number {
  if (letter === before) return DOUBLED_COST;
  return isRussian(letter) ? (GAPS[letter] ?? 1) : 1;
}

/**
 * The weighted number of slips between two lower-case words: Damerau–Levenshtein distance (optimal string alignment)
 * with the costs above; Infinity where it is more than `most`. Takes time in proportion to the product of their lengths.
 */
export function slipsBetween(typedWord: string, meantWord: string, most = Infinity): number {
  const typed = numbersOf(typedWord);
  const meant = numbersOf(meantWord);
  const width = meant.length + 1;
  let beforeLast = new Float64Array(width);
  let last = new Float64Array(width);
  let row = new Float64Array(width);
  let leastOfLast = 0;
  for (let j = 1; j < width; j++) last[j] = (last[j - 1] ?? 0) + gap(meant[j - 1] ?? 0, meant[j - 2]);
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed[i - 1] ?? 0;
    const tooMany = gap(letter, typed[i - 2]);
    let least = (last[0] ?? 0) + tooMany;
    row[0] = least;
    for (let j = 1; j < width; j++) {
      const other = meant[j - 1] ?? 0;
      let cost = (last[j - 1] ?? 0) + substitution(letter, other);
      cost = Math.min(cost, (last[j] ?? 0) + tooMany);
      cost = Math.min(cost, (row[j - 1] ?? 0) + gap(other, meant[j - 2]));
      const isSwap = i > 1 && j > 1 && letter === meant[j - 2] && typed[i - 2] === other;
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + SWAP_COST);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    // All ways lead through one of two neighbouring rows, since a swap skips one.
    if (Math.min(least, leastOfLast) > most) return Infinity;
    leastOfLast = least;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return (last[meant.length] ?? 0) + firstLetterCost(typed, meant);
}

function firstLetterCost(typed: Int32Array, meant: Int32Array): number {
  if (substitution(typed[0] ?? 0, meant[0] ?? 0) <= ALIKE_COST) return 0;
  const isSwapped = typed[0] === meant[1] && typed[1] === meant[0];
  return isSwapped ? 0 : FIRST_LETTER_COST;
}
