// The ranker: three opinions on which class a text belongs to, as numbers that a calibration can weigh.
import { trainComplementBayes } from "./complement-bayes.ts";
import {
  weigh,
  weightingOf,
  type FeatureSpace,
  type RawVector,
  type SparseVector,
} from "./feature-space.ts";
import { softmax, trainLinear } from "./linear.ts";
import { createNearest, type Nearness } from "./nearest.ts";

/** So many entries, and so many asides, that Bayes likes best are looked at by the linear model. */
const MAX_SHORTLIST = 16;
/** So many of those that the linear model likes best are compared phrase by phrase. */
const MAX_CANDIDATES = 5;
/** So many rivals each phrase is trained against. */
const MAX_RIVALS = 16;
/** Makes the narrow scores of Bayes into probabilities. */
const BAYES_SHARPNESS = 3;
const FLOOR = 1e-4;
const MAX_IMPORTANCE = 16;
/** How much the other opinions count beside the linear model: the linear model is the best of them with many phrases, the others with few. */
const BAYES_SHARE = 0.5;
const NEARNESS_SHARE = 6;

export interface Candidate {
  readonly label: number;
  readonly isAside: boolean;
  readonly nearness: Nearness;
  /** Probabilities among the shortlist. */
  readonly linear: number;
  readonly bayes: number;
  /** All three opinions in one number, a logarithm of a likelihood up to a constant. */
  readonly mixed: number;
  readonly evidence: Evidence;
}

/** What is the same for all candidates of one text. */
export interface Evidence {
  /** Share of the squared weight of the words that are known, 0…1. */
  readonly knownShare: number;
  readonly wordCount: number;
}

export interface Ranker {
  /** Candidates for a text, in no particular order. */
  candidatesOf(raw: RawVector): readonly Candidate[];
  /** The weight the linear model gives to a feature for a class, for explanations. */
  weight(feature: number, label: number): number;
}

export interface TrainingSet {
  readonly space: FeatureSpace;
  readonly raws: readonly RawVector[];
  readonly labels: Int32Array;
  readonly classCount: number;
  /** 1 for classes that are asides: each kind has its own places among the candidates. */
  readonly isAside: Uint8Array;
}

/** Trains on the given phrases. Deterministic; linear in the number of phrases. */
export function trainRanker(set: TrainingSet): Ranker {
  const { space, raws, labels, classCount, isAside } = set;
  const weighting = weightingOf(space, raws);
  const vectors = raws.map((raw) => weigh(raw, space, weighting));
  const bayes = trainComplementBayes(vectors, labels, classCount, space.size);
  const rivals = vectors.map((vector, index) => {
    const { classes, scores } = bayes.score(vector);
    return withClass(bestOfEachKind(scores, classes, isAside, MAX_RIVALS), labels[index] ?? 0);
  });
  const linear = trainLinear({
    vectors,
    labels,
    rivals,
    classCount,
    featureCount: space.size,
    importance: importanceOf(labels, isAside),
  });
  const nearest = createNearest(vectors, labels, classCount, space.size);
  const likelihoods = new Float64Array(classCount);
  const placeOf = new Int32Array(classCount);

  function candidatesOf(raw: RawVector): readonly Candidate[] {
    const vector = weigh(raw, space, weighting);
    const { classes, scores } = bayes.score(vector);
    const shortlist = bestOfEachKind(scores, classes, isAside, MAX_SHORTLIST);
    const byBayes = softmax(
      Float64Array.from(shortlist, (c) => scores[c] ?? 0),
      BAYES_SHARPNESS,
    );
    const byLinear = softmax(linear.score(vector, shortlist));
    const nearnessOf = nearest.lookUp(vector);
    const evidence = evidenceOf(vector, space);
    for (const [place, label] of shortlist.entries()) {
      likelihoods[label] = byLinear[place] ?? 0;
      placeOf[label] = place;
    }
    return Array.from(bestOfEachKind(likelihoods, shortlist, isAside, MAX_CANDIDATES), (label) => {
      const place = placeOf[label] ?? 0;
      return candidate(
        label,
        isAside[label] === 1,
        byLinear[place] ?? 0,
        byBayes[place] ?? 0,
        nearnessOf(label),
        evidence,
      );
    });
  }

  return {
    candidatesOf,
    weight: (feature, label) => linear.weight(feature, label),
  };
}

/**
 * How much a phrase of each class counts: entries together as much as asides together. What the bot is for is not less
 * asked for because somebody wrote many phrases of small talk.
 */
export function importanceOf(labels: Int32Array, isAside: Uint8Array): Float32Array {
  let asides = 0;
  for (const label of labels) asides += isAside[label] ?? 0;
  const entries = labels.length - asides;
  const half = labels.length / 2;
  const bounded = (count: number) =>
    count === 0 || count === labels.length
      ? 1
      : Math.min(MAX_IMPORTANCE, Math.max(1 / MAX_IMPORTANCE, half / count));
  const [ofEntry, ofAside] = [bounded(entries), bounded(asides)];
  return Float32Array.from(isAside, (aside) => (aside === 1 ? ofAside : ofEntry));
}

function candidate(
  label: number,
  isAside: boolean,
  byLinear: number,
  byBayes: number,
  nearness: Nearness,
  evidence: Evidence,
): Candidate {
  const linear = Math.max(byLinear, FLOOR);
  const bayes = Math.max(byBayes, FLOOR);
  const mixed =
    Math.log(linear) + BAYES_SHARE * Math.log(bayes) + NEARNESS_SHARE * nearness.topMean;
  return { label, isAside, nearness, linear, bayes, mixed, evidence };
}

function withClass(classes: Int32Array, label: number): Int32Array {
  return classes.includes(label) ? classes : Int32Array.of(label, ...classes);
}

/** The entries and the asides with the highest scores, at most `count` of each, best first, the kinds in turn. */
function bestOfEachKind(
  scores: Float64Array,
  classes: Iterable<number>,
  isAside: Uint8Array,
  count: number,
): Int32Array {
  const entries: number[] = [];
  const asides: number[] = [];
  for (const c of classes) insertBest(isAside[c] === 1 ? asides : entries, c, scores, count);
  const inTurn: number[] = [];
  for (let place = 0; place < count; place++) {
    const entry = entries[place];
    const aside = asides[place];
    if (entry !== undefined) inTurn.push(entry);
    if (aside !== undefined) inTurn.push(aside);
  }
  return Int32Array.from(inTurn);
}

/** Puts a class into a descending list of at most `count`. */
function insertBest(best: number[], c: number, scores: Float64Array, count: number): void {
  const score = scores[c] ?? 0;
  if (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0)) return;
  let at = best.length < count ? best.length : count - 1;
  for (; at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score; at--) best[at] = best[at - 1] ?? 0;
  best[at] = c;
}

function evidenceOf(vector: SparseVector, space: FeatureSpace): Evidence {
  let knownShare = 0;
  let wordCount = 0;
  for (let at = 0; at < vector.ids.length; at++) {
    const value = vector.values[at] ?? 0;
    knownShare += value * value;
    if (value > 0) wordCount += space.isStem[vector.ids[at] ?? 0] ?? 0;
  }
  return { knownShare, wordCount };
}
