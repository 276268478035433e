// From the ranker's numbers to a probability: a logistic regression fitted on phrases the ranker had not seen.
import type { Candidate } from "./ranker.ts";

/** How many numbers describe a candidate, the constant not counted. */
const SIZE = 11;
/** Newton's method doubles the right digits with every step, once it is near. */
const MAX_STEPS = 25;
/** A step that does not lower the loss is halved; where so many halves do not help, there is nothing left to gain. */
const MAX_HALVINGS = 30;
/** Less loss than this changes no digit that anybody sees; looking for it would hold up whoever waits for a content. */
const LEAST_GAIN = 1e-9;
/** No number is of such weight that it decides alone: what few examples say of it is exaggerated. */
const MAX_WEIGHT = 20;
/** How many examples the prior is worth. */
const PRIOR_EXAMPLES = 20;
/** What a calibration starts from, in the order of `describe`: the better the mix, the lead and the nearness, the likelier. */
const PRIOR: readonly number[] = [0.5, 0.5, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0, 0];

export interface Example {
  readonly description: Float64Array;
  readonly isRight: boolean;
  /** How much this example counts. */
  readonly weight: number;
}

export interface Calibration {
  /** The probability, 0…1, that a candidate with this description is what was asked. */
  probabilityOf(description: Float64Array): number;
}

/** The candidate beside its rivals, in numbers of about the same size. */
export function describe(candidate: Candidate, rivals: readonly Candidate[]): Float64Array {
  let nearestRival = 0;
  let rivalMixed = WORST_MIXED;
  let sum = 0;
  for (const rival of rivals) {
    sum += Math.exp(rival.mixed);
    if (rival.label === candidate.label) continue;
    nearestRival = Math.max(nearestRival, rival.nearness.topMean);
    rivalMixed = Math.max(rivalMixed, rival.mixed);
  }
  const { nearness, linear, bayes, mixed, evidence } = candidate;
  return Float64Array.of(
    Math.max(mixed - Math.log(sum), WORST_MIXED),
    mixed - rivalMixed,
    Math.log(linear),
    Math.log(bayes),
    nearness.best * 4,
    nearness.topMean * 4,
    (nearness.topMean - nearestRival) * 6,
    evidence.knownShare * 3,
    Math.log(1 + evidence.wordCount),
    nearness.topMean * evidence.knownShare * 4,
    candidate.isSideTopic ? 1 : 0,
  );
}

/** Below this a candidate is as good as excluded. */
const WORST_MIXED = -12;

/**
 * Fits as the maximum a posteriori with a normal prior around plain common sense: a content of two entries has next to no
 * examples of its own. By Newton's method, damped: far from its best a full step overshoots and makes things worse for
 * good. Deterministic.
 */
export function fitCalibration(examples: readonly Example[]): Calibration {
  const inputs = examples.map((example) => inputOf(example.description));
  let weights: Float64Array = Float64Array.from(PRIOR);
  let loss = lossOf(weights, inputs, examples);
  for (let step = 0; step < MAX_STEPS; step++) {
    const change = newtonStep(weights, inputs, examples);
    const better = lowerLoss(weights, change, loss, (changed) => lossOf(changed, inputs, examples));
    if (better === undefined) break;
    const gain = loss - better.loss;
    ({ weights, loss } = better);
    if (gain < LEAST_GAIN) break;
  }
  return { probabilityOf: (description) => logistic(dot(weights, inputOf(description))) };
}

/** The longest of the change's halves, quarters … with which the loss is lower; undefined where there is none. */
function lowerLoss(
  weights: Float64Array,
  change: Float64Array,
  loss: number,
  lossOf: (weights: Float64Array) => number,
): { readonly weights: Float64Array; readonly loss: number } | undefined {
  for (let halving = 0, share = 1; halving < MAX_HALVINGS; halving++, share /= 2) {
    const changed = weights.map((weight, k) =>
      Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, weight + share * (change[k] ?? 0))),
    );
    const changedLoss = lossOf(changed);
    if (changedLoss < loss) return { weights: changed, loss: changedLoss };
  }
  return undefined;
}

/** How badly the weights foretell the examples, and how far they are from the prior. */
function lossOf(
  weights: Float64Array,
  inputs: readonly Float64Array[],
  examples: readonly Example[],
): number {
  let loss = 0;
  for (let k = 0; k <= SIZE; k++) {
    loss += (PRIOR_EXAMPLES / 2) * ((weights[k] ?? 0) - (PRIOR[k] ?? 0)) ** 2;
  }
  for (const [index, input] of inputs.entries()) {
    const example = examples[index];
    if (example === undefined) continue;
    const value = dot(weights, input);
    // The logarithm of the logistic function, without its overflow.
    const against = example.isRight ? -value : value;
    loss += example.weight * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
  }
  return loss;
}

function inputOf(description: Float64Array): Float64Array {
  const input = new Float64Array(SIZE + 1).fill(1);
  input.set(description);
  return input;
}

/** The last number of an input is 1, for the constant. */
function dot(weights: Float64Array, input: Float64Array): number {
  let sum = 0;
  for (let k = 0; k <= SIZE; k++) sum += (weights[k] ?? 0) * (input[k] ?? 0);
  return sum;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** The change of the weights that would be right if the likelihood were a parabola. */
function newtonStep(
  weights: Float64Array,
  inputs: readonly Float64Array[],
  examples: readonly Example[],
): Float64Array {
  const size = SIZE + 1;
  const gradient = weights.map((weight, k) => PRIOR_EXAMPLES * ((PRIOR[k] ?? 0) - weight));
  const curvature = Array.from({ length: size }, (_, k) =>
    new Float64Array(size).fill(PRIOR_EXAMPLES, k, k + 1),
  );
  for (const [index, input] of inputs.entries()) {
    const example = examples[index];
    if (example === undefined) continue;
    const probability = logistic(dot(weights, input));
    const error = example.weight * ((example.isRight ? 1 : 0) - probability);
    const bend = example.weight * probability * (1 - probability);
    for (let k = 0; k < size; k++) {
      gradient[k] = (gradient[k] ?? 0) + error * (input[k] ?? 0);
      const row = curvature[k];
      const scaled = bend * (input[k] ?? 0);
      if (row === undefined) continue;
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + scaled * (input[j] ?? 0);
    }
  }
  return solve(curvature, gradient);
}

/** Gaussian elimination; the matrix is symmetric and positive definite, so no pivoting is needed. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let k = 0; k < size; k++) {
    const pivotRow = matrix[k];
    if (pivotRow === undefined) continue;
    for (let i = k + 1; i < size; i++) {
      const row = matrix[i];
      if (row === undefined) continue;
      const factor = (row[k] ?? 0) / (pivotRow[k] ?? 1);
      for (let j = k; j < size; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
      right[i] = (right[i] ?? 0) - factor * (right[k] ?? 0);
    }
  }
  const solution = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    let rest = right[k] ?? 0;
    for (let j = k + 1; j < size; j++) rest -= (matrix[k]?.[j] ?? 0) * (solution[j] ?? 0);
    solution[k] = rest / (matrix[k]?.[k] ?? 1);
  }
  return solution;
}
