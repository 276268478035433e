import { array, assert as assertProperty, boolean, double, property, record } from "fast-check";
import { expect, test } from "vitest";
import { fitCalibration, type Calibration, type Example, type Prior } from "./calibration.ts";

/** The first of eleven numbers speaks for a candidate, a little. */
const PRIOR: Prior = {
  means: Array.from({ length: 11 }, () => 0),
  deviations: Array.from({ length: 11 }, () => 1),
  weights: Array.from({ length: 12 }, (_, k) => (k === 0 ? 0.5 : 0)),
  examples: 20,
};

/** Eleven numbers of which only the first says anything. */
function example(first: number, isRight: boolean): Example {
  return { description: Float64Array.of(first, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), isRight, weight: 1 };
}

test("probabilities come out as the shares of right examples", () => {
  const examples = Array.from({ length: 2000 }, (_, n) => {
    const first = n % 2 === 0 ? 1 : -1;
    const share = first > 0 ? 0.8 : 0.3;
    return example(first, (n >> 1) % 10 < share * 10);
  });
  const calibration = fitCalibration(examples, PRIOR);
  expect(calibration.probabilityOf(example(1, true).description)).toBeCloseTo(0.8, 1);
  expect(calibration.probabilityOf(example(-1, true).description)).toBeCloseTo(0.3, 1);
});

test("without examples the prior stands: better is likelier", () => {
  const calibration = fitCalibration([], PRIOR);
  const at = (first: number) => calibration.probabilityOf(example(first, true).description);
  expect(at(0)).toBeGreaterThan(at(-3));
});

test("many equal examples that are all right make their like right, not impossible", () => {
  const description = Float64Array.of(-12, -12, -9, -9, 0, 0, -6, 0, 0, 0, 0);
  const examples = Array.from({ length: 200 }, () => ({ description, isRight: true, weight: 1 }));
  expect(fitCalibration(examples, PRIOR).probabilityOf(description)).toBeGreaterThan(0.9);
});

test("whatever the examples are, the fit foretells them no worse than common sense does", () => {
  const number = double({ min: -12, max: 12, noNaN: true });
  const examples = array(
    record({
      description: array(number, { minLength: 11, maxLength: 11 }).map((numbers) => Float64Array.from(numbers)),
      isRight: boolean(),
      weight: double({ min: 0.01, max: 16, noNaN: true }),
    }),
    { maxLength: 60 },
  );
  const untaught = fitCalibration([], PRIOR);
  assertProperty(
    property(examples, (list) => {
      const taught = fitCalibration(list, PRIOR);
      expect(surprise(taught, list)).toBeLessThanOrEqual(surprise(untaught, list) * (1 + 1e-9));
    }),
    { numRuns: 200 },
  );
});

/** Mean logarithmic loss; of what was held impossible at most 700, where the logistic function ends. */
function surprise(calibration: Calibration, examples: readonly Example[]): number {
  return examples.reduce((sum, { description, isRight, weight }) => {
    const probability = calibration.probabilityOf(description);
    return sum - weight * Math.max(-700, Math.log(isRight ? probability : 1 - probability));
  }, 0);
}
