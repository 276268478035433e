import { expect, test, vi } from "vitest";
import { steadyNow } from "./steady-clock.ts";

test("starts from the clock of the machine", () => {
  expect(Math.abs(steadyNow() - Date.now())).toBeLessThan(60_000);
});

test("goes on evenly when the clock of the machine is set", () => {
  const before = steadyNow();
  const set = vi.spyOn(Date, "now").mockReturnValue(Date.now() - 3_600_000);
  const after = steadyNow();
  set.mockRestore();
  expect(after - before).toBeGreaterThanOrEqual(0);
  expect(after - before).toBeLessThan(60_000);
});
