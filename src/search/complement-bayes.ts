// Complement naive Bayes (Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", ICML 2003):
// a class is judged by what the texts of all other classes look like, which holds up with uneven classes.
import { postingsOf, type LabelledRows, type Postings } from "./postings.ts";
import type { Vector } from "./rows.ts";

/** Smoothing: as if every feature had been seen this often in every class. */
const ALPHA = 0.05;

/** A feature that more classes than this share tells few of them apart, and would make the cost grow with their number. */
const MAX_SHARING_CLASSES = 150;

export interface ComplementBayes {
  /** The classes that share a telling feature with the text, and their scores; good until the next call. */
  score(vector: Vector): ClassScores;
}

export interface ClassScores {
  readonly classes: readonly number[];
  /** By class, the higher the likelier; of no meaning for other classes. */
  readonly scores: Float64Array;
}

/**
 * Time and memory are linear in the features of the rows: a class without a feature needs no weight of its own, since
 * that weight is the feature's base weight, the same for all such classes.
 */
export function trainComplementBayes(training: LabelledRows): ComplementBayes {
  const { featureCount } = training;
  const classCount = training.members.length;
  const postings = postingsOf(training, featureCount);
  const featureTotals = new Float64Array(featureCount);
  const classTotals = new Float64Array(classCount);
  for (let feature = 0; feature < featureCount; feature++) {
    for (let at = postings.starts[feature] ?? 0; at < (postings.starts[feature + 1] ?? 0); at++) {
      const sum = postings.sums[at] ?? 0;
      const c = postings.classes[at] ?? 0;
      featureTotals[feature] = (featureTotals[feature] ?? 0) + sum;
      classTotals[c] = (classTotals[c] ?? 0) + sum;
    }
  }
  const grandTotal = total(featureTotals);
  const logRest = classTotals.map((own) => Math.log(grandTotal - own + ALPHA * featureCount));
  const base = featureTotals.map((sum) => Math.log(sum + ALPHA));
  const baseSum = total(base);
  const norms = logRest.map((rest) => featureCount * rest - baseSum);
  turnIntoWeights(postings, featureTotals, base, norms);
  const model = { base, logRest, norms: norms.map((norm) => norm / featureCount), postings };
  const scratch = new Float64Array(classCount);
  const isTouched = new Uint8Array(classCount);
  return { score: (vector) => score(vector, model, scratch, isTouched) };
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Replaces each sum by how far the class's weight is from the feature's base weight, and adds it to the norms. */
function turnIntoWeights(
  { starts, classes, sums }: Postings,
  featureTotals: Float64Array,
  base: Float64Array,
  norms: Float64Array,
): void {
  for (let feature = 0; feature < base.length; feature++) {
    for (let at = starts[feature] ?? 0; at < (starts[feature + 1] ?? 0); at++) {
      const others = Math.max(0, (featureTotals[feature] ?? 0) - (sums[at] ?? 0));
      const weight = (base[feature] ?? 0) - Math.log(others + ALPHA);
      sums[at] = weight;
      const c = classes[at] ?? 0;
      norms[c] = (norms[c] ?? 0) + weight;
    }
  }
}

interface Model {
  readonly base: Float64Array;
  readonly logRest: Float64Array;
  readonly norms: Float64Array;
  readonly postings: Postings;
}

function score(vector: Vector, model: Model, scores: Float64Array, isTouched: Uint8Array): ClassScores {
  const { base, logRest, norms } = model;
  const telling = addUpPostings(vector, model, scores, isTouched, MAX_SHARING_CLASSES);
  // A text of common features alone is scored by them: better dear than not at all.
  const classes = telling.length > 0 ? telling : addUpPostings(vector, model, scores, isTouched, Infinity);
  let baseScore = 0;
  let mass = 0;
  for (let at = vector.start; at < vector.end; at++) {
    const value = vector.values[at] ?? 0;
    baseScore += value * (base[vector.ids[at] ?? 0] ?? 0);
    mass += value;
  }
  for (const c of classes) {
    scores[c] = ((scores[c] ?? 0) + mass * (logRest[c] ?? 0) - baseScore) / (norms[c] ?? 1);
    isTouched[c] = 0;
  }
  return { classes, scores };
}

/** Adds the classes' own weights up; returns the classes touched, which stay marked. */
function addUpPostings(
  { ids, values, start: first, end: last }: Vector,
  { postings }: Model,
  scores: Float64Array,
  isTouched: Uint8Array,
  maxSharing: number,
): readonly number[] {
  const touched: number[] = [];
  for (let at = first; at < last; at++) {
    const id = ids[at] ?? 0;
    const value = values[at] ?? 0;
    const start = postings.starts[id] ?? 0;
    const end = postings.starts[id + 1] ?? 0;
    if (value === 0 || end - start > maxSharing) continue;
    for (let k = start; k < end; k++) {
      const c = postings.classes[k] ?? 0;
      if (isTouched[c] === 0) {
        isTouched[c] = 1;
        scores[c] = 0;
        touched.push(c);
      }
      scores[c] = (scores[c] ?? 0) + value * (postings.sums[k] ?? 0);
    }
  }
  return touched;
}
