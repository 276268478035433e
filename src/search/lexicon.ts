// The words of the content with their features: the stem, or the group of synonyms it belongs to, and letter n-grams.
import { foldLookAlikes, toOneScript, stem } from "../text/stem.ts";
import { isFunctionWord } from "../text/courtesy.ts";
import { normalise, wordsOf } from "../text/normalise.ts";

/** Words whose features are remembered; a message of MAX has at most 4,000 characters, so this is plenty. */
const MAX_REMEMBERED = 50_000;

/** The id of a stem that no word of the content has. */
export const UNKNOWN = -1;

export interface WordFeatures {
  readonly stem: number;
  readonly isFunctionWord: boolean;
  readonly grams: Int32Array;
  readonly unknownGrams: number;
}

export interface Lexicon {
  /** The features of a word of the content; those it does not know yet get ids. */
  learn(word: string): WordFeatures;
  /** The features of any word. */
  look(word: string): WordFeatures;
  stemCount(): number;
  gramCount(): number;
}

export function createLexicon(synonyms: Synonyms, gramLengths: readonly number[]): Lexicon {
  const stems = createIds<string>();
  const grams = createIds<string>();
  const learnt = new Map<string, WordFeatures>();
  const remembered = new Map<string, WordFeatures>();

  function learn(word: string): WordFeatures {
    const known = learnt.get(word);
    if (known !== undefined) return known;
    const ids = Int32Array.from(gramsOf(word, gramLengths), (gram) => grams.learn(gram));
    const features = {
      stem: stems.learn(meaningOf(word, synonyms)),
      isFunctionWord: isFunctionWord(word),
      grams: ids,
      unknownGrams: 0,
    };
    learnt.set(word, features);
    return features;
  }

  function lookUp(word: string): WordFeatures {
    const all = gramsOf(word, gramLengths);
    const ids = all.flatMap((gram) => grams.idOf(gram) ?? []);
    return {
      stem: stems.idOf(meaningOf(word, synonyms)) ?? UNKNOWN,
      isFunctionWord: isFunctionWord(word),
      grams: Int32Array.from(ids),
      unknownGrams: all.length - ids.length,
    };
  }

  return {
    learn,
    look: (word) => {
      const known = learnt.get(word) ?? remembered.get(word);
      if (known !== undefined) return known;
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      const features = lookUp(word);
      remembered.set(word, features);
      return features;
    },
    stemCount: () => stems.count(),
    gramCount: () => grams.count(),
  };
}

/** A word shorter than the shortest n-gram is one. */
function gramsOf(word: string, lengths: readonly number[]): readonly string[] {
  const framed = `_${foldLookAlikes(word)}_`;
  return lengths.flatMap((length, place) => {
    const count = Math.max(place === 0 ? 1 : 0, framed.length - length + 1);
    return Array.from({ length: count }, (_, at) => framed.slice(at, at + length));
  });
}

export interface Ids<Key> {
  /** The id of a key, a new one where it has none. */
  learn(key: Key): number;
  readonly idOf: (key: Key) => number | undefined;
  count(): number;
}

export function createIds<Key>(): Ids<Key> {
  const ids = new Map<Key, number>();
  return {
    learn: (key) => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, ids.size);
      return ids.size - 1;
    },
    idOf: (key) => ids.get(key),
    count: () => ids.size,
  };
}

/** Maps a stem to the name of its synonym group. */
export type Synonyms = ReadonlyMap<string, string>;

/** The stem of a lower-case word, or the name of its group of synonyms. */
export function meaningOf(word: string, synonyms: Synonyms): string {
  const stemmed = stem(word);
  return synonyms.get(stemmed) ?? stemmed;
}

/** Groups of one-word synonyms; expressions of several words are left to the pairs of stems. */
export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const map = new Map<string, string>();
  for (const group of groups) {
    const stems = group.flatMap((expression) => {
      const words = wordsOf(normalise(expression));
      const only = words[0];
      return words.length === 1 && only !== undefined ? [stem(toOneScript(only))] : [];
    });
    const name = stems[0];
    if (name === undefined) continue;
    for (const member of stems) map.set(member, `=${name}`);
  }
  return map;
}
