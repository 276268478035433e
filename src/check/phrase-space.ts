// The phrases of a content as the matcher sees them; the one place where the checks touch its insides.
import type { Faq } from "../faq/faq.ts";
import { createFeatureSpace } from "../search/feature-space.ts";
import { itemsOf, type Item } from "../search/items.ts";
import { RECIPE } from "../search/recipe.ts";
import { vectorOfRow } from "../search/rows.ts";
import { weighRows, weightingOf } from "../search/weighting.ts";
import type { Steps } from "../search/steps.ts";
import { synonymsOf } from "../search/lexicon.ts";
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
  readonly vector: { readonly ids: Int32Array; readonly values: Float32Array };
}

export interface PhraseSpace {
  readonly items: readonly Item[];
  readonly phrases: readonly Phrase[];
  readonly featureCount: number;
}

/** Everything but small talk, where it matters little which of two replies comes. Linear in the phrases. */
export function* createPhraseSpace(faq: Faq): Steps<PhraseSpace> {
  const items = itemsOf(faq).filter(({ kind }) => kind !== "smalltalk");
  const texts = items.flatMap((item) => item.phrases);
  const vocabulary = yield* createVocabulary(texts);
  const words: (readonly string[])[] = [];
  for (const text of texts) {
    words.push(withoutCourtesy(readWords(text, vocabulary)).map((word) => word.text));
    yield;
  }
  const { space, rows } = yield* createFeatureSpace(words, synonymsOf(faq.synonyms), RECIPE.many.gramLengths);
  const all = Int32Array.from(texts.keys());
  const weighted = weighRows(rows, weightingOf(rows, all, space, RECIPE.weights));
  let row = 0;
  const phrases = items.flatMap((item, label) =>
    item.phrases.map((text, nth): Phrase => {
      const { ids, values, start, end } = vectorOfRow(rows, weighted, row++);
      const vector = { ids: ids.subarray(start, end), values: values.subarray(start, end) };
      return { text, label, nth, vector };
    }),
  );
  return { items, phrases, featureCount: space.size };
}
