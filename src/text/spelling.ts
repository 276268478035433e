// Typing errors: an unknown word to the known word that was probably meant.
import Fuse from "fuse.js";
import { slipsBetween } from "./slip.ts";
import { soundOf } from "./sound.ts";

/** Shorter words have too many neighbours one letter away: "чат", "час", "чай". */
const MIN_LENGTH = 4;
/** Fuse scores only this many known words, those that share most letter pairs with the unknown one. */
const MAX_SHORTLIST = 6;
const MAX_LENGTH_DIFFERENCE = 2;
/** Edits a word may be off by, as a share of its length (fuse.js scores errors / pattern length): a first sieve. */
const MAX_ERROR_SHARE = 0.34;
/** Slips (see slip.ts) a word may be off by for each of its letters: more in a short word make another word of it. */
const MAX_SLIPS_PER_LETTER = 0.18;
/** People make the same mistakes: what a word was mended to is remembered for so many words. */
const MAX_REMEMBERED = 5000;
/** Longer "words" are keyboard mash or pasted tokens. */
const MAX_LENGTH = 30;

export interface Speller {
  /** The known word meant by this unknown lower-case word, or undefined when no known word is near enough. */
  fix(word: string): string | undefined;
}

/**
 * A speller over known lower-case words and how often each occurs.
 * Building is linear in the words; a look-up costs a few posting lists and a Fuse search over six words.
 */
export function createSpeller(counts: ReadonlyMap<string, number>): Speller {
  const words = [...counts.keys()].filter((word) => word.length >= MIN_LENGTH - 1);
  const bySound = commonestBySound(words, counts);
  const shortlist = createShortlist(words);
  const remembered = new Map<string, string | undefined>();

  function fix(word: string): string | undefined {
    if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || /\d/u.test(word)) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    const fixed =
      bySound.get(soundOf(word)) ?? swapped(word, counts) ?? nearest(word, shortlist(word), counts);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(word, fixed);
    return fixed;
  }

  return { fix };
}

function commonestBySound(
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const bySound = new Map<string, string>();
  for (const word of words) {
    const key = soundOf(word);
    const rival = bySound.get(key);
    if (rival === undefined || (counts.get(word) ?? 0) > (counts.get(rival) ?? 0))
      bySound.set(key, word);
  }
  return bySound;
}

function letterPairs(word: string): readonly string[] {
  const framed = `^${word}$`;
  return Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2));
}

/** Two neighbouring letters in the wrong order: the commonest slip, and two errors to Fuse. */
function swapped(word: string, counts: ReadonlyMap<string, number>): string | undefined {
  const letters = Array.from(word);
  return letters
    .map((letter, at) =>
      [...letters.slice(0, at), letters[at + 1] ?? "", letter, ...letters.slice(at + 2)].join(""),
    )
    .find((candidate) => counts.has(candidate));
}

function postingsOf(words: readonly string[]): ReadonlyMap<string, Int32Array> {
  const lists = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    for (const pair of new Set(letterPairs(word))) {
      const list = lists.get(pair);
      if (list === undefined) lists.set(pair, [index]);
      else list.push(index);
    }
  }
  return new Map(Array.from(lists, ([pair, list]) => [pair, Int32Array.from(list)]));
}

/** A function from a word to the known words near in length that share most letter pairs with it. */
function createShortlist(words: readonly string[]): (word: string) => readonly string[] {
  const postings = postingsOf(words);
  const shared = new Uint8Array(words.length);
  return (word) => {
    const met: number[] = [];
    for (const pair of new Set(letterPairs(word))) {
      for (const index of postings.get(pair) ?? []) {
        if (shared[index] === 0) met.push(index);
        shared[index] = (shared[index] ?? 0) + 1;
      }
    }
    // An edit breaks at most two pairs (a swap three), so a word within reach shares the others.
    const needed = Math.max(2, word.length + 1 - 3 * Math.ceil(word.length * MAX_ERROR_SHARE));
    const near = met
      .filter((index) => (shared[index] ?? 0) >= needed && isNearInLength(words[index] ?? "", word))
      .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
      .slice(0, MAX_SHORTLIST)
      .map((index) => words[index] ?? "");
    for (const index of met) shared[index] = 0;
    return near;
  };
}

function isNearInLength(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= MAX_LENGTH_DIFFERENCE;
}

/** Of what Fuse finds the word with the fewest slips; of equally good ones the commoner word. */
function nearest(
  word: string,
  candidates: readonly string[],
  counts: ReadonlyMap<string, number>,
): string | undefined {
  if (candidates.length === 0) return undefined;
  const fuse = new Fuse(candidates, {
    ignoreLocation: true,
    threshold: MAX_ERROR_SHARE,
  });
  const found = fuse
    .search(word)
    .map(({ item }) => ({ item, slips: slipsBetween(word, item) }))
    .sort((a, b) => a.slips - b.slips || (counts.get(b.item) ?? 0) - (counts.get(a.item) ?? 0));
  const best = found[0];
  return best !== undefined && best.slips <= MAX_SLIPS_PER_LETTER * word.length
    ? best.item
    : undefined;
}
