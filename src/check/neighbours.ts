// Each phrase between its own item and the nearest other one.
import type { Steps } from "../search/steps.ts";
import type { Phrase, PhraseSpace } from "./phrase-space.ts";

/** A phrase, and how near it is (cosine, 0…1) to the phrases around it. */
export interface Neighbourhood {
  readonly phrase: Phrase;
  /** The mean of the two nearest of its own item, itself left out; 0 where the item has no others like it. */
  readonly own: number;
  /** The mean of the three nearest of the other item for which that is most. */
  readonly rival: number;
  readonly rivalLabel: number;
  /** The number of the nearest phrase of that item. */
  readonly rivalPhrase: number;
  /** The number of the nearest phrase of all other items, and how near it is. */
  readonly nearest: number;
  readonly nearestLikeness: number;
}

const OWN_PHRASES = 2;
const RIVAL_PHRASES = 3;

/** Less likeness than this is chance, and most pairs have no more. */
const LEAST_LIKENESS = 0.05;

/** Phrases that are like no phrase of another item are left out. */
export function* neighbourhoodsIn(space: PhraseSpace): Steps<readonly Neighbourhood[]> {
  const likenessesOf = createIndex(space);
  const ranks = new Ranks(space);
  const found: Neighbourhood[] = [];
  for (const [index, phrase] of space.phrases.entries()) {
    const likenesses = likenessesOf(phrase);
    ranks.clear();
    for (let other = 0; other < likenesses.length; other++) {
      const likeness = likenesses[other] ?? 0;
      if (likeness >= LEAST_LIKENESS && other !== index) ranks.add(other, likeness);
    }
    const rival = ranks.rivalOf(phrase.label);
    if (rival !== undefined) found.push({ phrase, own: ranks.meanOf(phrase.label, OWN_PHRASES), ...rival });
    yield;
  }
  return found;
}

/** A feature of more phrases says next to nothing about any of them, and would make the cost grow with their square. */
const MAX_SHARING = 300;

/**
 * An inverted index over the phrases: from a phrase to its likeness to every phrase by number, good until the next
 * call. A look-up is linear in the phrases that share a telling feature.
 */
function createIndex({ phrases, featureCount }: PhraseSpace): (phrase: Phrase) => Float64Array {
  const sharing: number[][] = Array.from({ length: featureCount }, () => []);
  const weights: number[][] = Array.from({ length: featureCount }, () => []);
  for (const [index, { vector }] of phrases.entries()) {
    for (let at = 0; at < vector.ids.length; at++) {
      const id = vector.ids[at] ?? 0;
      sharing[id]?.push(index);
      weights[id]?.push(vector.values[at] ?? 0);
    }
  }
  const likenesses = new Float64Array(phrases.length);
  return ({ vector }) => {
    likenesses.fill(0);
    for (let at = 0; at < vector.ids.length; at++) {
      const id = vector.ids[at] ?? 0;
      const others = sharing[id] ?? [];
      const values = weights[id] ?? [];
      const weight = vector.values[at] ?? 0;
      if (others.length > MAX_SHARING) continue;
      for (let k = 0; k < others.length; k++) {
        const other = others[k] ?? 0;
        likenesses[other] = (likenesses[other] ?? 0) + weight * (values[k] ?? 0);
      }
    }
    return likenesses;
  };
}

/** The nearest three phrases of each item met since the last `clear`. */
class Ranks {
  readonly #labels: Int32Array;
  /** Three to an item, the highest first. */
  readonly #top: Float64Array;
  readonly #bestPhrase: Int32Array;
  #met: number[] = [];

  constructor({ items, phrases }: PhraseSpace) {
    this.#labels = Int32Array.from(phrases, ({ label }) => label);
    this.#top = new Float64Array(items.length * RIVAL_PHRASES);
    this.#bestPhrase = new Int32Array(items.length);
  }

  clear(): void {
    for (const label of this.#met) this.#top.fill(0, label * RIVAL_PHRASES, (label + 1) * RIVAL_PHRASES);
    this.#met = [];
  }

  add(phrase: number, likeness: number): void {
    const label = this.#labels[phrase] ?? 0;
    const first = label * RIVAL_PHRASES;
    const top = this.#top;
    if (top[first] === 0) this.#met.push(label);
    if (likeness > (top[first] ?? 0)) this.#bestPhrase[label] = phrase;
    let at = first + RIVAL_PHRASES - 1;
    if (likeness <= (top[at] ?? 0)) return;
    for (; at > first && (top[at - 1] ?? 0) < likeness; at--) top[at] = top[at - 1] ?? 0;
    top[at] = likeness;
  }

  meanOf(label: number, count: number): number {
    const first = label * RIVAL_PHRASES;
    let sum = 0;
    for (let at = first; at < first + count; at++) sum += this.#top[at] ?? 0;
    return sum / count;
  }

  rivalOf(ownLabel: number) {
    const others = this.#met.filter((label) => label !== ownLabel);
    const [firstMet] = others;
    if (firstMet === undefined) return undefined;
    let rivalLabel = firstMet;
    let nearestLabel = firstMet;
    for (const label of others) {
      if (this.meanOf(label, RIVAL_PHRASES) > this.meanOf(rivalLabel, RIVAL_PHRASES)) rivalLabel = label;
      if (this.meanOf(label, 1) > this.meanOf(nearestLabel, 1)) nearestLabel = label;
    }
    return {
      rival: this.meanOf(rivalLabel, RIVAL_PHRASES),
      rivalLabel,
      rivalPhrase: this.#bestPhrase[rivalLabel] ?? -1,
      nearest: this.#bestPhrase[nearestLabel] ?? -1,
      nearestLikeness: this.meanOf(nearestLabel, 1),
    };
  }
}
