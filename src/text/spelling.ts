// Typing errors: an unknown word to the known word that was probably meant.
import Fuse from "fuse.js";
import { soundOf } from "./sound.ts";

/** Shorter words have too many neighbours one letter away: "чат", "час", "чай". */
const MIN_LENGTH = 4;
/** Fuse scores only this many known words, those that share most letter pairs with the unknown one. */
const MAX_SHORTLIST = 24;
const MAX_LENGTH_DIFFERENCE = 2;
/** Edits a word may be off by, as a share of its length (fuse.js scores errors / pattern length). */
const MAX_ERROR_SHARE = 0.26;
/** Longer "words" are keyboard mash or pasted tokens. */
const MAX_LENGTH = 30;

export interface Speller {
  /** The known word meant by this unknown lower-case word, or undefined when no known word is near enough. */
  fix(word: string): string | undefined;
}

/**
 * A speller over known lower-case words and how often each occurs.
 * Building is linear in the words; a look-up costs a few posting lists and a Fuse search over 24 words.
 */
export function createSpeller(counts: ReadonlyMap<string, number>): Speller {
  const words = [...counts.keys()].filter((word) => word.length >= MIN_LENGTH - 1);
  const bySound = commonestBySound(words, counts);
  const postings = postingsOf(words);

  function fix(word: string): string | undefined {
    if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || /\d/u.test(word)) return undefined;
    return bySound.get(soundOf(word)) ?? nearest(word, shortlist(word, words, postings), counts);
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

function postingsOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    for (const pair of new Set(letterPairs(word))) {
      const list = postings.get(pair);
      if (list === undefined) postings.set(pair, [index]);
      else list.push(index);
    }
  }
  return postings;
}

function shortlist(
  word: string,
  words: readonly string[],
  postings: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  const shared = new Map<number, number>();
  for (const pair of new Set(letterPairs(word))) {
    for (const index of postings.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  // An edit breaks at most two pairs (a swap three), so a word within reach shares the others.
  const needed = Math.max(2, word.length + 1 - 3 * Math.ceil(word.length * MAX_ERROR_SHARE));
  return [...shared]
    .filter(([index, count]) => count >= needed && isNearInLength(words[index] ?? "", word))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_SHORTLIST)
    .map(([index]) => words[index] ?? "");
}

function isNearInLength(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= MAX_LENGTH_DIFFERENCE;
}

/** The best match of Fuse; of equally good ones the commoner word. */
function nearest(
  word: string,
  candidates: readonly string[],
  counts: ReadonlyMap<string, number>,
): string | undefined {
  if (candidates.length === 0) return undefined;
  const fuse = new Fuse(candidates, {
    includeScore: true,
    ignoreLocation: true,
    threshold: MAX_ERROR_SHARE,
  });
  const found = fuse.search(word).map(({ item, score = 1 }) => ({
    item,
    // Fuse looks for the pattern inside the text; letters of the text beyond it are errors too.
    cost: score + Math.max(0, item.length - word.length) / word.length,
  }));
  found.sort((a, b) => a.cost - b.cost || (counts.get(b.item) ?? 0) - (counts.get(a.item) ?? 0));
  const best = found[0];
  return best !== undefined && best.cost <= MAX_ERROR_SHARE ? best.item : undefined;
}
