import { expect, test } from "vitest";
import { DESCRIPTION } from "./describe.ts";
import { PRIOR } from "./prior.ts";

test("the prior has a number for each of a description, and a constant", () => {
  const { means, deviations, weights } = PRIOR;
  expect(means).toHaveLength(DESCRIPTION.length);
  expect(deviations).toHaveLength(DESCRIPTION.length);
  expect(weights).toHaveLength(DESCRIPTION.length + 1);
  expect(Math.min(...deviations)).toBeGreaterThan(0);
});
