// From the ranker's numbers to a probability: a logistic regression fitted on phrases the ranker had not seen.
import type { Candidate } from "./ranker.ts";

/** How many numbers describe a candidate, the constant not counted. */
const SIZE = 11;
/** Newton's method doubles the right digits with every step. */
const NEWTON_STEPS = 8;
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
 * Fits by Newton's method, as the maximum a posteriori with a normal prior around plain common sense: a content of two entries has next to no examples of its own. Deterministic.
 */
export function fitCalibration(examples: readonly Example[]): Calibration {
  const inputs = examples.map((example) => inputOf(example.description));
  const weights = Float64Array.from(PRIOR);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const change = newtonStep(weights, inputs, examples);
    for (let k = 0; k <= SIZE; k++) weights[k] = (weights[k] ?? 0) + (change[k] ?? 0);
  }
  return { probabilityOf: (description) => logistic(dot(weights, inputOf(description))) };
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
