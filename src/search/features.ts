// What a text is made of for the ranker: stems, pairs of stems, and letter n-grams.
import { foldLookAlikes } from "../text/look-alikes.ts";
import { stem } from "../text/stem.ts";

/** The features of a text by name, as often as they occur; the first character of a name tells its kind: w, b or c. */
export type Features = readonly string[];

/** Lengths of letter n-grams inside a framed word: long enough to be particular, short enough to survive a typo. */
const NGRAM_LENGTHS: readonly number[] = [3, 4];

/** Weight of a feature by kind, before idf: words carry the meaning, n-grams are many and overlap. */
const KIND_WEIGHT: Readonly<Record<string, number>> = { w: 1, b: 0.7, c: 0.35 };

export function weightOfKind(name: string): number {
  return KIND_WEIGHT[name.charAt(0)] ?? 1;
}

/** Maps a stem to the name of its synonym group, or to itself. */
export type Synonyms = ReadonlyMap<string, string>;

interface WordFeatures {
  readonly meaning: string;
  readonly names: readonly string[];
}

/** Words whose features are remembered; a message of MAX has at most 4,000 characters, so this is plenty. */
const MAX_REMEMBERED = 50_000;

/** A function from repaired lower-case words, in their order, to features. Remembers the words it has seen. */
export function createFeaturizer(synonyms: Synonyms): (words: readonly string[]) => Features {
  const remembered = new Map<string, WordFeatures>();

  function featuresOfWord(word: string): WordFeatures {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const stemmed = stem(word);
    const meaning = synonyms.get(stemmed) ?? stemmed;
    const features = { meaning, names: [`w${meaning}`, ...ngramsOf(word)] };
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(word, features);
    return features;
  }

  return (words) => {
    const features: string[] = [];
    let previous: string | undefined;
    for (const word of words) {
      const { meaning, names } = featuresOfWord(word);
      features.push(...names);
      if (previous !== undefined) features.push(`b${previous} ${meaning}`);
      previous = meaning;
    }
    return features;
  };
}

function ngramsOf(word: string): readonly string[] {
  const framed = `_${foldLookAlikes(word)}_`;
  return NGRAM_LENGTHS.flatMap((length) =>
    Array.from(
      { length: Math.max(0, framed.length - length + 1) },
      (_, at) => `c${framed.slice(at, at + length)}`,
    ),
  );
}
