// A linear classifier (softmax regression) trained by AdaGrad (Duchi et al., JMLR 2011) against each text's strongest
// rivals only, so that its cost does not grow with the number of classes.
import type { SparseVector } from "./feature-space.ts";
import { createRandom } from "./random.ts";

const EPOCHS = 5;
const LEARNING_RATE = 0.3;
const MAX_RATE_FACTOR = 3;
/** AdaGrad's initial sum of squared gradients. */
const INITIAL_SQUARES = 1e-3;
/** The right class is taught to get this probability and no more: the phrases are a sample, not the whole truth. */
const TARGET = 0.92;
/** Errors of probability below this teach nothing worth their time. */
const NEGLIGIBLE = 0.06;
/** Cells of the weight table, a power of two; contents with more (feature, class) pairs share cells. */
const MAX_CELLS = 1 << 22;
/**
 * So many visits of cells a training may take; contents too big for that are trained against fewer rivals and less
 * often. With few phrases an item, as big contents have, the other opinions are as good as this one.
 */
const MAX_VISITS = 40_000_000;
/** Cells of a shared table are seldom in the processor's cache. */
const MAX_SHARED_VISITS = 4_000_000;
const MIN_RIVALS = 4;
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
  /** How much a text of each class counts. */
  readonly importance: Float32Array;
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
  const { epochs, rivalCount } = effortOf(training, isShared ? MAX_SHARED_VISITS : MAX_VISITS);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) learn(index, training, rivalCount, table, squares);
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

/** How often each text is visited, and against how many rivals, so that the visits stay within `maxVisits`. */
function effortOf({ vectors, rivals }: LinearTraining, maxVisits: number) {
  let features = 0;
  let mostRivals = 1;
  for (const { ids } of vectors) features += ids.length;
  for (const { length } of rivals) mostRivals = Math.max(mostRivals, length);
  const affordable = Math.floor(maxVisits / Math.max(1, features * EPOCHS));
  const rivalCount = Math.min(mostRivals, Math.max(MIN_RIVALS, affordable));
  const affordableEpochs = Math.floor(maxVisits / Math.max(1, features * rivalCount));
  return { rivalCount, epochs: Math.min(EPOCHS, Math.max(1, affordableEpochs)) };
}

function learn(
  index: number,
  training: LinearTraining,
  rivalCount: number,
  table: Table,
  squares: Float32Array,
): void {
  const vector = training.vectors[index];
  const all = training.rivals[index];
  if (vector === undefined || all === undefined) return;
  const rivals = fewer(all, training.labels[index] ?? 0, rivalCount);
  const label = training.labels[index] ?? 0;
  // Bounded: a step of AdaGrad many times as long would overshoot.
  const rate = LEARNING_RATE * Math.min(MAX_RATE_FACTOR, training.importance[label] ?? 1);
  const probabilities = softmax(scoreClasses(vector, rivals, table));
  const { classes, errors } = errorsOf(probabilities, rivals, label);
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
      cells[cell] = (cells[cell] ?? 0) - (rate * gradient) / Math.sqrt(square);
    }
  }
}

/** The strongest of the rivals, with the right class among them. */
function fewer(rivals: Int32Array, label: number, count: number): Int32Array {
  if (rivals.length <= count) return rivals;
  const kept = rivals.subarray(0, count);
  return kept.includes(label) ? kept : Int32Array.of(label, ...kept.subarray(0, count - 1));
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

/** Fisher–Yates. */
function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
