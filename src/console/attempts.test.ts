import { expect, test } from "vitest";
import { createAttempts } from "./attempts.ts";

const MINUTE = 60_000;

function rig() {
  let now = 0;
  const attempts = createAttempts(() => now);
  return {
    ...attempts,
    pass: (ms: number) => {
      now += ms;
    },
    takeTimes: (count: number, address: string) =>
      Array.from({ length: count }, () => attempts.take(address)),
  };
}

test("ten a quarter of an hour, then the rest of it has to pass", () => {
  const { take, takeTimes, pass } = rig();
  expect(takeTimes(10, "a")).toEqual(Array.from({ length: 10 }, () => undefined));
  pass(5 * MINUTE);
  expect(take("a")).toBe(10 * MINUTE);
  pass(10 * MINUTE - 1);
  expect(take("a")).toBe(1);
  pass(1);
  expect(take("a")).toBeUndefined();
});

test("one address takes nothing from another, nor does the right token cost one", () => {
  const { take, takeTimes, forgive } = rig();
  takeTimes(10, "a");
  expect(take("b")).toBeUndefined();
  takeTimes(8, "b");
  forgive("b");
  forgive("nobody");
  expect(takeTimes(10, "b").every((wait) => wait === undefined)).toBe(true);
  expect(take("b")).toBe(15 * MINUTE);
});

test("many addresses together are stopped as well, for as long", () => {
  const { take, pass } = rig();
  const waits = Array.from({ length: 201 }, (_, n) => take(`address ${n}`));
  expect(waits.slice(0, 200).every((wait) => wait === undefined)).toBe(true);
  expect(waits[200]).toBe(15 * MINUTE);
  pass(15 * MINUTE);
  expect(take("address 201")).toBeUndefined();
});
