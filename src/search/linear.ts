// A linear classifier (softmax regression) trained by AdaGrad (Duchi et al., JMLR 2011) against each text's strongest
// rivals only, so that its cost does not grow with the number of classes.
import { postingsOf, type LabelledRows } from "./postings.ts";
import { vectorOfRow, type Vector } from "./rows.ts";
import type { Steps } from "./steps.ts";

const EPOCHS = 3;
const LEARNING_RATE = 0.4;
const MAX_RATE_FACTOR = 3;
/** AdaGrad's initial sum of squared gradients. */
const INITIAL_SQUARES = 1e-3;
/** The right class is taught to get this probability and no more: the phrases are a sample, not the whole truth. */
const TARGET = 0.92;
/** Errors of probability below this teach nothing worth their time. */
const NEGLIGIBLE = 0.06;
/** A feature that more classes than this have tells few of them apart, and would make the cost grow with their number. */
const MAX_SHARING_CLASSES = 150;

export interface LinearModel {
  /** The scores (logits) of some classes, in the order of `classes`. */
  score(vector: Vector, classes: Int32Array): Float64Array;
  /** The weight of one feature for one class. */
  weight(feature: number, label: number): number;
}

export interface LinearTraining {
  readonly texts: LabelledRows;
  /** The features that are learnt from: those with an id below. */
  readonly featureCount: number;
  /**
   * Whether what a class has not speaks against it: where there are few phrases they do not show all that belongs to
   * their class (with five an entry it costs two points of first right; docs/search.md).
   */
  readonly learnsAbsence: boolean;
  /** For each row of `texts.members`, class by class, the classes it is trained against, its own among them. */
  readonly rivals: readonly Int32Array[];
  /** How much a text of each class counts. */
  readonly importance: Float32Array;
}

/**
 * The weights: of each feature one for each class that has it, and one for all classes that do not, which speaks
 * against them. So the table is as small as the content.
 */
interface Weights {
  readonly featureCount: number;
  readonly starts: Int32Array;
  readonly classes: Int32Array;
  readonly values: Float32Array;
  /** By feature: the weight for classes without it. */
  readonly absent: Float32Array;
  /** The place of a class among those scored at the moment, -1 for all others; all -1 in between. */
  readonly places: Int32Array;
}

/** Deterministic: the same training data gives the same model. Linear in the features of the texts. */
export function* trainLinear(training: LinearTraining): Steps<LinearModel> {
  const { texts, featureCount } = training;
  const { starts, classes } = postingsOf(texts, featureCount);
  const weights: Weights = {
    featureCount,
    starts,
    classes,
    values: new Float32Array(classes.length),
    absent: new Float32Array(featureCount),
    places: new Int32Array(texts.members.length).fill(-1),
  };
  const squares: Squares = {
    present: new Float32Array(classes.length).fill(INITIAL_SQUARES),
    absent: new Float32Array(featureCount).fill(INITIAL_SQUARES),
  };
  const examples = texts.members.flatMap((rows, label) => Array.from(rows, (row) => ({ row, label })));
  const order = Int32Array.from(examples.keys());
  const random = createRandom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      const rivals = training.rivals[index];
      if (example === undefined || rivals === undefined) continue;
      // Bounded: a step of AdaGrad many times as long would overshoot.
      const rate = LEARNING_RATE * Math.min(MAX_RATE_FACTOR, training.importance[example.label] ?? 1);
      const vector = vectorOfRow(texts.rows, texts.values, example.row);
      learn(vector, example.label, rivals, rate, weights, squares, training.learnsAbsence);
      yield;
    }
  }
  return {
    score: (vector, scored) => scoreClasses(vector, scored, weights),
    weight: (feature, label) => weightOf(feature, label, weights),
  };
}

/** Sums of squared gradients (AdaGrad), of the weights by the same places. */
interface Squares {
  readonly present: Float32Array;
  readonly absent: Float32Array;
}

function scoreClasses(vector: Vector, scored: Int32Array, weights: Weights): Float64Array {
  const { places } = weights;
  for (let place = 0; place < scored.length; place++) places[scored[place] ?? 0] = place;
  const scores = addUp(vector, scored.length, weights);
  for (const c of scored) places[c] = -1;
  return scores;
}

/** The scores of the classes that have a place. */
function addUp(vector: Vector, count: number, weights: Weights): Float64Array {
  const { featureCount, starts, classes, values, absent, places } = weights;
  const scores = new Float64Array(count);
  let absentScore = 0;
  for (let at = vector.start; at < vector.end; at++) {
    const value = vector.values[at] ?? 0;
    const id = vector.ids[at] ?? 0;
    const start = starts[id] ?? 0;
    const end = starts[id + 1] ?? 0;
    if (value === 0 || id >= featureCount || end - start > MAX_SHARING_CLASSES) continue;
    const without = absent[id] ?? 0;
    absentScore += value * without;
    for (let k = start; k < end; k++) {
      const place = places[classes[k] ?? 0] ?? -1;
      if (place >= 0) scores[place] = (scores[place] ?? 0) + value * ((values[k] ?? 0) - without);
    }
  }
  for (let place = 0; place < count; place++) scores[place] = (scores[place] ?? 0) + absentScore;
  return scores;
}

function learn(
  vector: Vector,
  label: number,
  rivals: Int32Array,
  rate: number,
  weights: Weights,
  squares: Squares,
  learnsAbsence: boolean,
): void {
  const { featureCount, starts, classes, values, absent, places } = weights;
  for (let place = 0; place < rivals.length; place++) places[rivals[place] ?? 0] = place;
  const errors = softmax(addUp(vector, rivals.length, weights));
  const sum = turnIntoErrors(errors, rivals, label);
  for (let at = vector.start; at < vector.end; at++) {
    const value = vector.values[at] ?? 0;
    const id = vector.ids[at] ?? 0;
    const start = starts[id] ?? 0;
    const end = starts[id + 1] ?? 0;
    if (value === 0 || id >= featureCount || end - start > MAX_SHARING_CLASSES) continue;
    let others = sum;
    for (let k = start; k < end; k++) {
      const place = places[classes[k] ?? 0] ?? -1;
      const error = place >= 0 ? (errors[place] ?? 0) : 0;
      if (error === 0) continue;
      others -= error;
      values[k] = (values[k] ?? 0) - step(rate, error * value, squares.present, k);
    }
    if (learnsAbsence) absent[id] = (absent[id] ?? 0) - step(rate, others * value, squares.absent, id);
  }
  for (const c of rivals) places[c] = -1;
}

/** A step of AdaGrad: the longer the gradients so far, the shorter. */
function step(rate: number, gradient: number, squares: Float32Array, at: number): number {
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  return (rate * gradient) / Math.sqrt(square);
}

/** Replaces each probability by how far it is off, trifles by 0; returns their sum. */
function turnIntoErrors(probabilities: Float64Array, rivals: Int32Array, label: number): number {
  let sum = 0;
  const spread = (1 - TARGET) / rivals.length;
  for (let k = 0; k < rivals.length; k++) {
    const error = (probabilities[k] ?? 0) - spread - (rivals[k] === label ? TARGET : 0);
    const counted = Math.abs(error) < NEGLIGIBLE ? 0 : error;
    probabilities[k] = counted;
    sum += counted;
  }
  return sum;
}

function weightOf(feature: number, label: number, weights: Weights): number {
  const { starts, classes, values, absent } = weights;
  const end = starts[feature + 1] ?? 0;
  for (let k = starts[feature] ?? 0; k < end; k++) if (classes[k] === label) return values[k] ?? 0;
  return absent[feature] ?? 0;
}

/** Probabilities from scores; sharper with a larger `sharpness`. */
export function softmax(scores: Float64Array, sharpness = 1): Float64Array {
  let max = -Infinity;
  for (let k = 0; k < scores.length; k++) max = Math.max(max, scores[k] ?? 0);
  const powers = new Float64Array(scores.length);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const power = Math.exp(((scores[k] ?? 0) - max) * sharpness);
    powers[k] = power;
    sum += power;
  }
  for (let k = 0; k < powers.length; k++) powers[k] = (powers[k] ?? 0) / sum;
  return powers;
}

/** Fisher–Yates. */
function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** mulberry32: numbers from 0 to 1, 1 excluded. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
