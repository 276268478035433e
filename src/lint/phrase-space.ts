// The phrases of a content as the matcher sees them; the one place where the checks touch its insides.
import type { Faq } from "../faq/faq.ts";
import { createFeatureSpace, weigh, weightingOf } from "../search/feature-space.ts";
import { createFeaturizer } from "../search/features.ts";
import { itemsOf, type Item } from "../search/items.ts";
import { createNearest, type Nearness } from "../search/nearest.ts";
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
}

export interface PhraseSpace {
  readonly items: readonly Item[];
  readonly phrases: readonly Phrase[];
  /** How near a phrase is to the phrases of each item, itself among its own; good until the next call. */
  readonly nearnessOf: (index: number) => (label: number) => Nearness;
}

/** Everything but small talk, where it matters little which of two replies comes. Linear in the phrases. */
export function createPhraseSpace(faq: Faq): PhraseSpace {
  const items = itemsOf(faq).filter(({ kind }) => kind !== "smalltalk");
  const phrases = items.flatMap((item, label) =>
    item.phrases.map((text, nth): Phrase => ({ text, label, nth })),
  );
  const texts = phrases.map(({ text }) => text);
  const vocabulary = createVocabulary(texts);
  const featuresOf = createFeaturizer(synonymsOf(faq.synonyms));
  const features = texts.map((text) =>
    featuresOf(withoutCourtesy(readWords(text, vocabulary)).map((word) => word.text)),
  );
  const space = createFeatureSpace(features);
  const raws = features.map((names) => space.vectorOf(names));
  const weighting = weightingOf(space, raws);
  const vectors = raws.map((raw) => weigh(raw, space, weighting));
  const labels = Int32Array.from(phrases, ({ label }) => label);
  const nearest = createNearest(vectors, labels, items.length, space.size);
  return {
    items,
    phrases,
    nearnessOf: (index) => {
      const vector = vectors[index];
      if (vector === undefined) throw new Error(`No phrase with the number ${index}`);
      return nearest.lookUp(vector);
    },
  };
}
