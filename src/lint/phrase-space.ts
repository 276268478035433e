// The phrases of a content as the matcher sees them; the one place where the checks touch its insides.
import type { Faq } from "../faq/faq.ts";
import {
  createFeatureSpace,
  weigh,
  weightingOf,
  type SparseVector,
} from "../search/feature-space.ts";
import { createFeaturizer } from "../search/features.ts";
import { itemsOf, type Item } from "../search/items.ts";
import { synonymsOf } from "../search/synonyms.ts";
import { withoutCourtesy } from "../text/courtesy.ts";
import { readWords } from "../text/read.ts";
import { createVocabulary } from "../text/vocabulary.ts";

export interface Phrase {
  readonly text: string;
  /** The number of its item. */
  readonly label: number;
  /** Which of the item's phrases it is; the question of an entry is the first. */
  readonly nth: number;
  /** What the matcher sees of it, of length 1; empty for a phrase without words. */
  readonly vector: SparseVector;
}

export interface PhraseSpace {
  readonly items: readonly Item[];
  readonly phrases: readonly Phrase[];
  readonly featureCount: number;
}

/** Everything but small talk, where it matters little which of two replies comes. Linear in the phrases. */
export function createPhraseSpace(faq: Faq): PhraseSpace {
  const items = itemsOf(faq).filter(({ kind }) => kind !== "smalltalk");
  const texts = items.flatMap((item) => item.phrases);
  const vocabulary = createVocabulary(texts);
  const featuresOf = createFeaturizer(synonymsOf(faq.synonyms));
  const features = texts.map((text) =>
    featuresOf(withoutCourtesy(readWords(text, vocabulary)).map((word) => word.text)),
  );
  const space = createFeatureSpace(features);
  const raws = features.map((names) => space.vectorOf(names));
  const weighting = weightingOf(space, raws);
  const vectors = raws.map((raw) => weigh(raw, space, weighting))[Symbol.iterator]();
  const phrases = items.flatMap((item, label) =>
    item.phrases.map((text, nth): Phrase => {
      const vector = vectors.next().value;
      if (vector === undefined) throw new Error("Fewer vectors than phrases");
      return { text, label, nth, vector };
    }),
  );
  return { items, phrases, featureCount: space.size };
}
