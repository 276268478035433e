import { expect, test } from "vitest";
import { addDays, daysBetween, moscowTime, startOfDay, weekdayOf, spanOf, type Period } from "./moscow-time.ts";

test.each([
  ["2026-11-25T20:59:59.999Z", "2026-11-25", 23, "the last moment of a day"],
  ["2026-11-25T21:00:00Z", "2026-11-26", 0, "midnight in Moscow is nine in the evening in London"],
  ["2026-12-31T22:00:00Z", "2027-01-01", 1, "a new year"],
  ["2024-02-29T12:00:00Z", "2024-02-29", 15, "a leap day"],
  ["2013-07-01T20:30:00Z", "2013-07-02", 0, "until 2014 the clock was an hour ahead"],
])("%s is %s, hour %i: %s", (at, day, hour) => {
  expect(moscowTime(Date.parse(at))).toEqual({ day, hour });
});

test.each(["2026-11-25", "2024-02-29", "2027-01-01", "2013-07-02"])(
  "the day %s begins with its first moment",
  (day) => {
    expect(moscowTime(startOfDay(day))).toEqual({ day, hour: 0 });
    expect(moscowTime(startOfDay(day) - 1).day).toBe(addDays(day, -1));
  },
);

test("days are counted over months, and the weekday begins with Monday", () => {
  expect(daysBetween("2026-11-29", "2026-12-02")).toEqual(["2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02"]);
  expect(daysBetween("2026-11-29", "2026-11-01")).toEqual(["2026-11-29"]);
  expect(["2026-11-23", "2026-11-29"].map(weekdayOf)).toEqual([0, 6]);
});

test.each<[Period, string, string]>([
  [{ kind: "days", count: 1 }, "2026-11-25T21:00:00Z", "today from midnight on"],
  [{ kind: "days", count: 7 }, "2026-11-19T21:00:00Z", "today and six days before"],
  [{ kind: "all" }, "1970-01-01T00:00:00Z", "from the beginning"],
])("the period %j begins at %s: %s", (period, from) => {
  const now = Date.parse("2026-11-25T22:00:00Z");
  expect(spanOf(period, now)).toEqual({
    from: Date.parse(from),
    to: Date.parse("2026-11-26T21:00:00Z"),
  });
});
