// Typing errors: an unknown word to the known word that was probably meant.
import Fuse from "fuse.js";
import { differInPrefix } from "./prefixes.ts";
import { slipsBetween } from "./slip.ts";
import { soundOf } from "./sound.ts";

/** Shorter words have too many neighbours one letter away: "чат", "час", "чай". */
const MIN_LENGTH = 4;
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
 * A speller over known lower-case words and how often each occurs, a step for each word.
 * Building is linear in the words; a look-up costs a Fuse search over the few words within reach.
 */
export function* createSpeller(counts: ReadonlyMap<string, number>): Generator<undefined, Speller> {
  // Each letter of a word is a key more: of a thousand letters on end nothing is to be made.
  const words = [...counts.keys()].filter(({ length }) => length >= MIN_LENGTH - 1 && length <= MAX_LENGTH + 1);
  const bySound = yield* commonestBySound(words, counts);
  const near = yield* createNearWords(words);
  const remembered = new Map<string, string | undefined>();

  function fix(word: string): string | undefined {
    if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || /\d/u.test(word)) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    const fixed = bySound.get(soundOf(word)) ?? swapped(word, counts) ?? nearest(word, near(word), counts);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(word, fixed);
    return fixed;
  }

  return { fix };
}

function* commonestBySound(
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
): Generator<undefined, ReadonlyMap<string, string>> {
  const bySound = new Map<string, string>();
  for (const word of words) {
    const key = soundOf(word);
    const rival = bySound.get(key);
    if (rival === undefined || (counts.get(word) ?? 0) > (counts.get(rival) ?? 0)) bySound.set(key, word);
    yield;
  }
  return bySound;
}

/** Two neighbouring letters in the wrong order: the commonest slip, and two errors to Fuse. */
function swapped(word: string, counts: ReadonlyMap<string, number>): string | undefined {
  for (let at = 0; at + 1 < word.length; at++) {
    const candidate = `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
    if (counts.has(candidate)) return candidate;
  }
  return undefined;
}

/**
 * The word with the fewest slips among those that Fuse takes for the same; of equally good ones the commoner. Most
 * unknown words are a few slips away from none, and those need no search.
 */
function nearest(word: string, candidates: Iterable<string>, counts: ReadonlyMap<string, number>): string | undefined {
  const most = MAX_SLIPS_PER_LETTER * word.length;
  return Array.from(candidates)
    .map((item) => ({ item, slips: slipsBetween(word, item, most) }))
    .filter(({ item, slips }) => slips <= most && !differInPrefix(word, item))
    .sort((a, b) => a.slips - b.slips || (counts.get(b.item) ?? 0) - (counts.get(a.item) ?? 0))
    .map(({ item }) => item)
    .find((item) => Fuse.match(word, item, ALIKE).isMatch);
}

const ALIKE = { ignoreLocation: true, threshold: MAX_ERROR_SHARE };

/** The known words that sound the same, or the same but for one sound in each of the two; in no order. */
type NearWords = (word: string) => ReadonlySet<string>;

/** Building takes time and memory in proportion to the letters of the words; a look-up to those of the word. */
export function* createNearWords(words: readonly string[]): Generator<undefined, NearWords> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    for (const key of keysOf(word)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [word]);
      else list.push(word);
    }
    yield;
  }
  return (word) => {
    const found = new Set<string>();
    for (const key of keysOf(word)) for (const known of index.get(key) ?? []) found.add(known);
    return found;
  };
}

/** How a word sounds, and how it would sound with each of its sounds left out. */
function keysOf(word: string): ReadonlySet<string> {
  const sound = soundOf(word);
  const keys = new Set([sound]);
  for (let at = 0; at < sound.length; at++) keys.add(sound.slice(0, at) + sound.slice(at + 1));
  return keys;
}
