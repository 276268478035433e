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

/** So many classes that Bayes likes best are looked at by the linear model. */
const MAX_SHORTLIST = 24;
/** So many of those that the linear model likes best are compared phrase by phrase. */
const MAX_CANDIDATES = 8;
/** So many rivals each phrase is trained against. */
const MAX_RIVALS = 12;
/** Makes the narrow scores of Bayes into probabilities. */
const BAYES_SHARPNESS = 3;
const FLOOR = 1e-4;

export interface Candidate {
  readonly label: number;
  readonly nearness: Nearness;
  /** Probabilities among the candidates. */
  readonly linear: number;
  readonly bayes: number;
  /** Share of the text's weight that occurs in phrases of the nearest kind: 0 for a text of unknown words. */
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
  vectorOf(raw: RawVector): SparseVector;
}

export interface TrainingSet {
  readonly space: FeatureSpace;
  readonly raws: readonly RawVector[];
  readonly labels: Int32Array;
  readonly classCount: number;
}

/** Trains on the given phrases. Deterministic; linear in the number of phrases. */
export function trainRanker({ space, raws, labels, classCount }: TrainingSet): Ranker {
  const weighting = weightingOf(space, raws);
  const vectors = raws.map((raw) => weigh(raw, space, weighting));
  const bayes = trainComplementBayes(vectors, labels, classCount, space.size);
  const present = presentClasses(labels, classCount);
  const rivals = vectors.map((vector, index) =>
    bestClasses(bayes.score(vector), present, MAX_RIVALS, labels[index]),
  );
  const linear = trainLinear({ vectors, labels, rivals, classCount, featureCount: space.size });
  const nearest = createNearest(vectors, labels, classCount, space.size);

  function candidatesOf(raw: RawVector): readonly Candidate[] {
    const vector = weigh(raw, space, weighting);
    const scores = bayes.score(vector);
    const shortlist = bestClasses(scores, present, MAX_SHORTLIST);
    const byBayes = softmax(
      Float64Array.from(shortlist, (c) => scores[c] ?? 0),
      BAYES_SHARPNESS,
    );
    const byLinear = softmax(linear.score(vector, shortlist));
    const nearnessOf = nearest.lookUp(vector);
    const evidence = evidenceOf(vector, space);
    const places = Int32Array.from(shortlist.keys());
    return Array.from(bestClasses(byLinear, places, MAX_CANDIDATES), (place) => {
      const label = shortlist[place] ?? 0;
      return {
        label,
        nearness: nearnessOf(label),
        linear: Math.max(byLinear[place] ?? 0, FLOOR),
        bayes: Math.max(byBayes[place] ?? 0, FLOOR),
        evidence,
      };
    });
  }

  return {
    candidatesOf,
    weight: (feature, label) => linear.weight(feature, label),
    vectorOf: (raw) => weigh(raw, space, weighting),
  };
}

function presentClasses(labels: Int32Array, classCount: number): Int32Array {
  const seen = new Uint8Array(classCount);
  for (const label of labels) seen[label] = 1;
  return Int32Array.from(Array.from(seen.keys()).filter((c) => seen[c] === 1));
}

/** The classes with the highest scores, at most `count`, best first, with `always` among them. */
function bestClasses(
  scores: Float64Array,
  classes: Int32Array,
  count: number,
  always?: number,
): Int32Array {
  if (classes.length <= count) return classes;
  const best = new Int32Array(count);
  let filled = 0;
  for (const c of classes) {
    const score = scores[c] ?? 0;
    if (filled === count && score <= (scores[best[count - 1] ?? 0] ?? 0)) continue;
    let at = filled < count ? filled++ : count - 1;
    for (; at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score; at--) best[at] = best[at - 1] ?? 0;
    best[at] = c;
  }
  if (always !== undefined && !best.includes(always)) best[count - 1] = always;
  return best;
}

function evidenceOf(vector: SparseVector, space: FeatureSpace): Evidence {
  let knownShare = 0;
  let wordCount = 0;
  for (let at = 0; at < vector.ids.length; at++) {
    const value = vector.values[at] ?? 0;
    knownShare += value * value;
    if (value > 0 && space.nameOf(vector.ids[at] ?? 0).startsWith("w")) wordCount++;
  }
  return { knownShare, wordCount };
}
