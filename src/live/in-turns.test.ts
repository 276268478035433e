import { expect, it } from "vitest";
import { inTurns } from "./in-turns.ts";
import type { Steps } from "../search/steps.ts";

it("what waits has its turn between the steps, and the result comes at the end", async () => {
  const order: string[] = [];
  function* work(): Steps<string> {
    for (const step of ["first", "second", "third"]) {
      order.push(step);
      setImmediate(() => order.push("other"));
      yield;
    }
    return "done";
  }
  expect(await inTurns(work(), 0)).toBe("done");
  expect(order).toEqual(["first", "other", "second", "other", "third", "other"]);
});

it("a turn is as many steps as fit into it", async () => {
  let others = 0;
  function* work(): Steps<number> {
    setImmediate(() => (others += 1));
    for (let step = 0; step < 100; step += 1) yield;
    return others;
  }
  expect(await inTurns(work(), Infinity)).toBe(0);
});

it("rejects with what the work throws", async () => {
  // eslint-disable-next-line require-yield
  function* work(): Steps<never> {
    throw new RangeError("Invalid array length");
  }
  await expect(inTurns(work())).rejects.toThrow("Invalid array length");
});
