import { expect, it } from "vitest";
import type { Counts } from "../../../journal/counts.ts";
import { daysBetween } from "../../../journal/moscow-time.ts";
import { barsOfDays, barsOfHours } from "./bars.ts";

const counts = (answer: number): Counts => ({
  answer,
  suggest: 0,
  topic: 0,
  smalltalk: 0,
  none: 1,
});
const days = (first: string, last: string) => daysBetween(first, last).map((day) => ({ day, counts: counts(1) }));

it("a bar a day while they can be told apart", () => {
  const bars = barsOfDays(days("2026-11-01", "2026-11-30"));
  expect(bars).toHaveLength(30);
  expect(bars[4]).toEqual({
    label: "05.11",
    title: "5 ноября",
    counts: counts(1),
    params: { days: undefined, from: "2026-11-05", to: "2026-11-05" },
  });
});

it("a bar a week of a quarter: Monday to Sunday, nothing lost at its ends", () => {
  const bars = barsOfDays(days("2026-08-28", "2026-11-25"));
  expect(bars.map(({ counts: { answer } }) => answer).reduce((a, b) => a + b)).toBe(90);
  expect(bars[0]).toMatchObject({ title: "28 августа – 30 августа", counts: { answer: 3 } });
  expect(bars[1]).toMatchObject({
    title: "31 августа – 6 сентября",
    counts: { answer: 7, none: 7 },
  });
  expect(bars.at(-1)?.params).toMatchObject({ from: "2026-11-23", to: "2026-11-25" });
});

it("a bar a month of a year", () => {
  const bars = barsOfDays(days("2026-01-10", "2026-12-31"));
  expect(bars).toHaveLength(12);
  expect(bars[0]).toMatchObject({
    title: "январь 2026 г.",
    params: { from: "2026-01-10", to: "2026-01-31" },
  });
});

it("an hour finds its questions", () => {
  const bars = barsOfHours(Array.from({ length: 24 }, () => counts(2)));
  expect(bars[9]).toMatchObject({ label: "9", title: "9:00–10:00", params: { hour: 9 } });
});
