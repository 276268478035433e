// Known words within reach of a misspelt one: an index of words with one sound left out ("symmetric delete",
// W. Garbe, SymSpell), which finds one sound too many, too few, wrong or swapped without comparing words.
import { soundOf } from "./sound.ts";

/** The known words that sound the same, or the same but for one sound in each of the two; in no order. */
type NearWords = (word: string) => ReadonlySet<string>;

/** Building takes time and memory in proportion to the letters of the words; a look-up to those of the word. */
export function createNearWords(words: readonly string[]): NearWords {
  const index = new Map<string, string[]>();
  for (const word of words) {
    for (const key of keysOf(word)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [word]);
      else list.push(word);
    }
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
