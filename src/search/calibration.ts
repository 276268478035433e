// From the ranker's numbers to a probability: a logistic regression fitted on phrases the ranker had not seen.

/** Newton's method doubles the right digits with every step, once it is near. */
const MAX_STEPS = 25;
/** A step that does not lower the loss is halved; where so many halves do not help, there is nothing left to gain. */
const MAX_HALVINGS = 30;
/** Less loss than this changes no digit that anybody sees; looking for it would hold up whoever waits for a content. */
const LEAST_GAIN = 1e-9;
/** No number is of such weight that it decides alone: what few examples say of it is exaggerated. */
const MAX_WEIGHT = 20;

export interface Example {
  readonly description: Float64Array;
  readonly isRight: boolean;
  /** How much this example counts. */
  readonly weight: number;
}

/** What a fit starts from: what many other contents have in common. */
export interface Prior {
  /** By number of a description what is usual: descriptions are weighed in deviations from the mean. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** By number of a description, and last the constant. */
  readonly weights: readonly number[];
  /** How many examples each weight is worth. */
  readonly examples: number;
}

export interface Calibration {
  /** The weights in the order of `Prior.weights`. */
  readonly weights: Float64Array;
  /** The probability, 0…1, that a candidate with this description is what was asked. */
  probabilityOf(description: Float64Array): number;
}

/**
 * Fits as the maximum a posteriori with a normal prior: a content of two entries has next to no examples of its own. By
 * Newton's method, damped: far from its best a full step overshoots and makes things worse for good. Deterministic.
 */
export function fitCalibration(examples: readonly Example[], prior: Prior): Calibration {
  const inputs = examples.map(({ description }) => inputOf(description, prior));
  let weights: Float64Array = Float64Array.from(prior.weights);
  let loss = lossOf(weights, inputs, examples, prior);
  for (let step = 0; step < MAX_STEPS; step++) {
    const change = newtonStep(weights, inputs, examples, prior);
    const better = lowerLoss(weights, change, loss, (changed) => lossOf(changed, inputs, examples, prior));
    if (better === undefined) break;
    const gain = loss - better.loss;
    ({ weights, loss } = better);
    if (gain < LEAST_GAIN) break;
  }
  return {
    weights,
    probabilityOf: (description) => logistic(dot(weights, inputOf(description, prior))),
  };
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
  prior: Prior,
): number {
  let loss = 0;
  for (const [k, weight] of weights.entries()) {
    loss += (prior.examples / 2) * (weight - (prior.weights[k] ?? 0)) ** 2;
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

/** In deviations from the mean; the last number is 1, for the constant. */
function inputOf(description: Float64Array, { means, deviations }: Prior): Float64Array {
  const input = new Float64Array(description.length + 1).fill(1);
  for (const [k, value] of description.entries()) input[k] = (value - (means[k] ?? 0)) / (deviations[k] ?? 1);
  return input;
}

function dot(weights: Float64Array, input: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (input[k] ?? 0);
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
  prior: Prior,
): Float64Array {
  const size = weights.length;
  const gradient = weights.map((weight, k) => prior.examples * ((prior.weights[k] ?? 0) - weight));
  const curvature = Array.from({ length: size }, (_, k) => new Float64Array(size).fill(prior.examples, k, k + 1));
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
