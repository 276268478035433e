// A linear classifier (softmax regression) trained by AdaGrad (Duchi et al., JMLR 2011) against each text's strongest
// rivals only, so that its cost does not grow with the number of classes.
import type { SparseVector } from "./feature-space.ts";

const EPOCHS = 5;
const LEARNING_RATE = 0.3;
/** AdaGrad's initial sum of squared gradients. */
const INITIAL_SQUARES = 1e-3;
/** The right class is taught to get this probability and no more: the phrases are a sample, not the whole truth. */
const TARGET = 0.92;
/** Errors of probability below this teach nothing worth their time. */
const NEGLIGIBLE = 0.06;
/** Cells of the weight table, a power of two; contents with more (feature, class) pairs share cells. */
const MAX_CELLS = 1 << 22;
/** Spreads the rows of the features over the table when they have to share it (Knuth's multiplicative hash). */
const SHARING_STRIDE = 0x9e3779b1;

export interface LinearModel {
  /** The scores (logits) of some classes, in the order of `classes`. */
  score(vector: SparseVector, classes: Int32Array): Float64Array;
  /** The weight of one feature for one class. */
  weight(feature: number, label: number): number;
}

export interface LinearTraining {
  readonly vectors: readonly SparseVector[];
  readonly labels: Int32Array;
  /** For each vector the classes it is trained against, its own among them. */
  readonly rivals: readonly Int32Array[];
  readonly classCount: number;
  readonly featureCount: number;
}

/** The weights of a feature stand side by side, one for each class, unless rows have to overlap (feature hashing). */
interface Table {
  readonly cells: Float32Array;
  readonly stride: number;
  readonly mask: number;
}

/** Deterministic: the same training data gives the same model. */
export function trainLinear(training: LinearTraining): LinearModel {
  const { vectors, classCount, featureCount } = training;
  const pairs = Math.max(1, classCount * featureCount);
  const isShared = pairs > MAX_CELLS;
  const size = isShared ? MAX_CELLS : pairs;
  const table: Table = {
    cells: new Float32Array(size),
    stride: isShared ? SHARING_STRIDE : classCount,
    mask: MAX_CELLS - 1,
  };
  const squares = new Float32Array(size).fill(INITIAL_SQUARES);
  const order = Int32Array.from(vectors.keys());
  const random = createRandom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) learn(index, training, table, squares);
  }
  return {
    score: (vector, classes) => scoreClasses(vector, classes, table),
    weight: (feature, label) =>
      table.cells[(Math.imul(feature, table.stride) + label) & table.mask] ?? 0,
  };
}

function scoreClasses(
  { ids, values }: SparseVector,
  classes: Int32Array,
  { cells, stride, mask }: Table,
): Float64Array {
  const scores = new Float64Array(classes.length);
  for (let at = 0; at < ids.length; at++) {
    const value = values[at] ?? 0;
    if (value === 0) continue;
    const row = Math.imul(ids[at] ?? 0, stride);
    for (let k = 0; k < classes.length; k++) {
      scores[k] = (scores[k] ?? 0) + value * (cells[(row + (classes[k] ?? 0)) & mask] ?? 0);
    }
  }
  return scores;
}

function learn(index: number, training: LinearTraining, table: Table, squares: Float32Array): void {
  const vector = training.vectors[index];
  const rivals = training.rivals[index];
  if (vector === undefined || rivals === undefined) return;
  const probabilities = softmax(scoreClasses(vector, rivals, table));
  const { classes, errors } = errorsOf(probabilities, rivals, training.labels[index] ?? 0);
  const { cells, stride, mask } = table;
  for (let at = 0; at < vector.ids.length; at++) {
    const value = vector.values[at] ?? 0;
    if (value === 0) continue;
    const row = Math.imul(vector.ids[at] ?? 0, stride);
    for (let k = 0; k < classes.length; k++) {
      const cell = (row + (classes[k] ?? 0)) & mask;
      const gradient = (errors[k] ?? 0) * value;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      cells[cell] = (cells[cell] ?? 0) - (LEARNING_RATE * gradient) / Math.sqrt(square);
    }
  }
}

/** The classes whose probability is off by more than a trifle, and by how much. */
function errorsOf(probabilities: Float64Array, rivals: Int32Array, label: number) {
  const classes: number[] = [];
  const errors: number[] = [];
  const spread = (1 - TARGET) / rivals.length;
  for (let k = 0; k < rivals.length; k++) {
    const c = rivals[k] ?? 0;
    const error = (probabilities[k] ?? 0) - spread - (c === label ? TARGET : 0);
    if (Math.abs(error) < NEGLIGIBLE) continue;
    classes.push(c);
    errors.push(error);
  }
  return { classes, errors };
}

/** Probabilities from scores; sharper with a larger `sharpness`. */
export function softmax(scores: Float64Array, sharpness = 1): Float64Array {
  let max = -Infinity;
  for (const score of scores) if (score > max) max = score;
  const powers = scores.map((score) => Math.exp((score - max) * sharpness));
  let sum = 0;
  for (const power of powers) sum += power;
  return powers.map((power) => power / sum);
}

/** A small deterministic generator (mulberry32): numbers in 0…1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
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
