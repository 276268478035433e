// Each phrase between its own item and the nearest other one.
import type { Phrase, PhraseSpace } from "./phrase-space.ts";

/** A phrase, and how near it is (cosine, 0…1) to the phrases around it. */
export interface Neighbourhood {
  readonly phrase: Phrase;
  /** The mean of the two nearest of its own item, itself left out; 0 where the item has no others like it. */
  readonly own: number;
  /** The other item whose best three phrases are nearest on average, and that average. */
  readonly rival: number;
  readonly rivalLabel: number;
  /** The number of its nearest phrase. */
  readonly rivalPhrase: number;
  /** The number of the nearest phrase of all other items, and how near it is. */
  readonly nearest: number;
  readonly nearestLikeness: number;
}

/** Phrases that are like no other item are left out. */
export function neighbourhoodsIn(space: PhraseSpace): readonly Neighbourhood[] {
  return space.phrases.flatMap((phrase, index) => {
    const found = neighbourhoodOf(phrase, index, space);
    return found === undefined ? [] : [found];
  });
}

/** Less means that the phrase has no features to find itself by. */
const ITSELF = 0.99;

function neighbourhoodOf(
  phrase: Phrase,
  index: number,
  { items, nearnessOf }: PhraseSpace,
): Neighbourhood | undefined {
  const near = nearnessOf(index);
  const own = near(phrase.label);
  if (own.best < ITSELF) return undefined;
  let rival = 0;
  let rivalLabel = -1;
  let rivalPhrase = -1;
  let nearest = -1;
  let nearestLikeness = 0;
  for (let label = 0; label < items.length; label++) {
    if (label === phrase.label) continue;
    const { best, bestPhrase, topMean } = near(label);
    if (topMean > rival) {
      rival = topMean;
      rivalLabel = label;
      rivalPhrase = bestPhrase;
    }
    if (best > nearestLikeness) {
      nearestLikeness = best;
      nearest = bestPhrase;
    }
  }
  if (rivalLabel === -1) return undefined;
  // Of its own three best one is the phrase itself.
  const others = (3 * own.topMean - own.best) / 2;
  return { phrase, own: others, rival, rivalLabel, rivalPhrase, nearest, nearestLikeness };
}
