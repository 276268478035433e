// How far a word is from the word it may have been meant as: slips that people make cost little, others a whole error.

/** Letters that are taken for each other, because they sound alike or nearly so without stress. */
const ALIKE = pairs([
  "оа",
  "еи",
  "еэ",
  "ея",
  "ия",
  "ыи",
  "йи",
  "юу",
  "шщ",
  "бп",
  "вф",
  "гк",
  "дт",
  "жш",
  "зс",
  "цс",
  "ое",
  "хк",
  "хг",
]);
/** Keys beside each other on the Russian layout. */
const ROWS = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
const NEIGHBOURS = pairs([
  ...ROWS.flatMap((row) => Array.from(row.slice(1), (key, at) => `${row[at] ?? ""}${key}`)),
  ...ROWS.slice(1).flatMap((row, r) =>
    Array.from(row).flatMap((key, at) => [
      `${ROWS[r]?.[at] ?? ""}${key}`,
      `${ROWS[r]?.[at + 1] ?? ""}${key}`,
    ]),
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

function substitution(typed: string, meant: string): number {
  if (typed === meant) return 0;
  if (ALIKE.has(typed + meant)) return ALIKE_COST;
  return NEIGHBOURS.has(typed + meant) ? NEIGHBOUR_COST : 1;
}

/** A letter too many or too few, after `before`. */
function gap(letter: string, before: string): number {
  if (letter === before) return DOUBLED_COST;
  if (SILENT.test(letter)) return SILENT_COST;
  return VOWEL.test(letter) ? VOWEL_COST : 1;
}

/**
 * The weighted number of slips between two lower-case words: Damerau–Levenshtein distance (optimal string alignment)
 * with the costs above. Takes time in proportion to the product of their lengths.
 */
export function slipsBetween(typed: string, meant: string): number {
  const width = meant.length + 1;
  let beforeLast = new Float64Array(width);
  let last = new Float64Array(width);
  for (let j = 1; j < width; j++)
    last[j] = (last[j - 1] ?? 0) + gap(meant[j - 1] ?? "", meant[j - 2] ?? "");
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed[i - 1] ?? "";
    const row = new Float64Array(width);
    row[0] = (last[0] ?? 0) + gap(letter, typed[i - 2] ?? "");
    for (let j = 1; j < width; j++) {
      const other = meant[j - 1] ?? "";
      let cost = (last[j - 1] ?? 0) + substitution(letter, other);
      cost = Math.min(cost, (last[j] ?? 0) + gap(letter, typed[i - 2] ?? ""));
      cost = Math.min(cost, (row[j - 1] ?? 0) + gap(other, meant[j - 2] ?? ""));
      const isSwap = i > 1 && j > 1 && letter === meant[j - 2] && typed[i - 2] === other;
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + SWAP_COST);
      row[j] = cost;
    }
    beforeLast = last;
    last = row;
  }
  const hasOtherStart = substitution(typed.charAt(0), meant.charAt(0)) > ALIKE_COST;
  const isSwappedStart = typed[0] === meant[1] && typed[1] === meant[0];
  return (last[meant.length] ?? 0) + (hasOtherStart && !isSwappedStart ? FIRST_LETTER_COST : 0);
}
