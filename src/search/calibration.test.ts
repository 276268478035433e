import { expect, test } from "vitest";
import { fitCalibration, type Example } from "./calibration.ts";

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
  const calibration = fitCalibration(examples);
  expect(calibration.probabilityOf(example(1, true).description)).toBeCloseTo(0.8, 1);
  expect(calibration.probabilityOf(example(-1, true).description)).toBeCloseTo(0.3, 1);
});

test("without examples the prior stands: better is likelier", () => {
  const calibration = fitCalibration([]);
  const at = (first: number) => calibration.probabilityOf(example(first, true).description);
  expect(at(0)).toBeGreaterThan(at(-3));
});
