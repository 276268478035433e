// What a text is made of, as numbers: stems, pairs of neighbouring stems and letter n-grams, each with an id, and a
// content's phrases as the rows of one sparse matrix.
import { createIds, createLexicon, UNKNOWN, type WordFeatures, type Synonyms } from "./lexicon.ts";
import { createRowBuilder, type Rows } from "./rows.ts";
import type { Steps } from "./steps.ts";

/** More stems than any content has; the ids of a pair's two stems make one number. */
const PAIR_BASE = 2 ** 26;

/** The features of a text: ids ascend by kind (stems, pairs, n-grams), each once. */
export interface TextFeatures {
  readonly ids: Int32Array;
  readonly counts: Float32Array;
  /** How many of the ids are stems or pairs. */
  readonly meanings: number;
  /** How many features of each kind no text of the content has. */
  readonly unknown: KindCounts;
}

export interface KindCounts {
  readonly stems: number;
  /** Of the stems those of words with a meaning of their own. */
  readonly meaningful: number;
  readonly pairs: number;
  readonly grams: number;
}

export interface FeatureSpace {
  readonly size: number;
  /** Ids below are stems. */
  readonly stemCount: number;
  /** 1 for the stems of words with a meaning of their own. */
  readonly isMeaningful: Uint8Array;
  /** Ids below are stems or pairs. */
  readonly meaningCount: number;
  /** The features of lower-case repaired words in their order. */
  featuresOf(words: readonly string[]): TextFeatures;
}

/** The space of all features of these texts, and the texts in it. Linear in their length. */
export function* createFeatureSpace(
  texts: readonly (readonly string[])[],
  synonyms: Synonyms,
  gramLengths: readonly number[],
): Steps<{ readonly space: FeatureSpace; readonly rows: Rows }> {
  const lexicon = createLexicon(synonyms, gramLengths);
  const pairs = createIds<number>();
  const builder = createRowBuilder();
  const meaningful = new Set<number>();
  for (const words of texts) {
    const known = words.map((word) => lexicon.learn(word));
    for (const { stem, isFunctionWord } of known) {
      builder.add(stem);
      if (!isFunctionWord) meaningful.add(stem);
    }
    builder.endKind();
    for (const pair of pairsOf(known)) builder.add(pairs.learn(pair));
    builder.endKind();
    for (const { grams: ids } of known) for (const id of ids) builder.add(id);
    builder.endKind();
    yield;
  }
  const stemCount = lexicon.stemCount();
  const meaningCount = stemCount + pairs.count();
  const size = meaningCount + lexicon.gramCount();
  const counts = new Float32Array(size);
  const space: FeatureSpace = {
    size,
    stemCount,
    isMeaningful: Uint8Array.from({ length: stemCount }, (_, id) => (meaningful.has(id) ? 1 : 0)),
    meaningCount,
    featuresOf: (words) =>
      collect(
        words.map((word) => lexicon.look(word)),
        pairs.idOf,
        space,
        counts,
      ),
  };
  return { space, rows: builder.finish(stemCount, meaningCount) };
}

/** One number for each two neighbours. */
function pairsOf(words: readonly WordFeatures[]): readonly number[] {
  return words.slice(1).map((right, at) => (words[at]?.stem ?? 0) * PAIR_BASE + right.stem);
}

/** The features of the words; `counts` is all zeros before and after. */
function collect(
  words: readonly WordFeatures[],
  idOfPair: (pair: number) => number | undefined,
  { stemCount, meaningCount }: FeatureSpace,
  counts: Float32Array,
): TextFeatures {
  const ids: number[] = [];
  const add = (id: number) => {
    if (counts[id] === 0) ids.push(id);
    counts[id] = (counts[id] ?? 0) + 1;
  };
  const unknown = { stems: 0, meaningful: 0, pairs: 0, grams: 0 };
  for (const { stem: id, isFunctionWord } of words) {
    if (id !== UNKNOWN) add(id);
    else {
      unknown.stems += 1;
      if (!isFunctionWord) unknown.meaningful += 1;
    }
  }
  for (const pair of pairsOf(words)) {
    const id = idOfPair(pair);
    if (id === undefined) unknown.pairs += 1;
    else add(stemCount + id);
  }
  const meanings = ids.length;
  for (const word of words) {
    unknown.grams += word.unknownGrams;
    for (const id of word.grams) add(meaningCount + id);
  }
  const features = {
    ids: Int32Array.from(ids),
    counts: Float32Array.from(ids, (id) => counts[id] ?? 0),
    meanings,
    unknown,
  };
  for (const id of ids) counts[id] = 0;
  return features;
}
