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
    takeTimes: (count: number, address: string) => Array.from({ length: count }, () => attempts.take(address)),
  };
}

const allowed = { kind: "allowed" };

test("ten a quarter of an hour, then the rest of it has to pass", () => {
  const { take, takeTimes, pass } = rig();
  expect(takeTimes(10, "a")).toEqual(Array.from({ length: 10 }, () => allowed));
  pass(5 * MINUTE);
  expect(take("a")).toEqual({ kind: "refused", waitMs: 10 * MINUTE, isNews: true });
  pass(10 * MINUTE - 1);
  expect(take("a")).toEqual({ kind: "refused", waitMs: 1, isNews: false });
  pass(1);
  expect(takeTimes(11, "a").at(-1)).toMatchObject({ kind: "refused", isNews: true });
});

test("one address takes nothing from another, nor does the right token cost one", () => {
  const { take, takeTimes, forgive } = rig();
  takeTimes(10, "a");
  expect(take("b")).toEqual(allowed);
  takeTimes(8, "b");
  forgive("b");
  forgive("nobody");
  expect(takeTimes(10, "b").every(({ kind }) => kind === "allowed")).toBe(true);
  expect(take("b")).toEqual({ kind: "refused", waitMs: 15 * MINUTE, isNews: true });
});

test("many addresses together are stopped as well, for as long, but for the right token", () => {
  const { take, takeTimes, pass } = rig();
  takeTimes(10, "a");
  const taken = Array.from({ length: 191 }, (_, n) => take(`address ${n}`));
  expect(taken.slice(0, 190).every(({ kind }) => kind === "allowed")).toBe(true);
  expect(taken[190]).toEqual({ kind: "right-only", waitMs: 15 * MINUTE, isNews: true });
  expect(take("address 200")).toMatchObject({ kind: "right-only", isNews: false });
  expect(take("a")).toEqual({ kind: "refused", waitMs: 15 * MINUTE, isNews: true });
  pass(15 * MINUTE);
  expect(take("address 201")).toEqual(allowed);
});
