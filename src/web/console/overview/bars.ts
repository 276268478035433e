// The bars of the plots: days as long as they are few enough to tell apart, then weeks, then months.
import { addCounts, groupBy, type Counts } from "../../../journal/counts.ts";
import type { DayCounts } from "../../../journal/figures.ts";
import { mondayOf, monthOf, type Day } from "../../../journal/moscow-time.ts";
import { shortDay, shortMonth } from "../../../journal/wording.ts";
import { dayInWords, monthInWords } from "../parts/format.ts";
import type { Params } from "../shell/api-client.ts";

export interface Bar {
  /** Under the bar. */
  readonly label: string;
  /** In full, for the table and the tooltip. */
  readonly title: string;
  readonly counts: Counts;
  /** What finds its questions. */
  readonly params: Params;
}

export type Unit = "days" | "weeks" | "months";

const MOST_DAYS = 45;
const MOST_WEEK_DAYS = 200;

export function unitOf(days: readonly DayCounts[]): Unit {
  if (days.length <= MOST_DAYS) return "days";
  return days.length <= MOST_WEEK_DAYS ? "weeks" : "months";
}

/** `days` without gaps; the first and the last week or month may be a part of one. */
export function barsOfDays(days: readonly DayCounts[]): readonly Bar[] {
  const unit = unitOf(days);
  const bars = groupBy(days, ({ day }) => beginningOf(unit, day)).values();
  return Array.from(bars, (same) => barOf(unit, same));
}

export function barsOfHours(hours: readonly Counts[]): readonly Bar[] {
  return hours.map((counts, hour) => ({
    label: String(hour),
    title: `${hour}:00–${hour + 1}:00`,
    counts,
    params: { hour },
  }));
}

function beginningOf(unit: Unit, day: Day): Day {
  switch (unit) {
    case "days":
      return day;
    case "weeks":
      return mondayOf(day);
    case "months":
      return monthOf(day);
  }
}

function barOf(unit: Unit, days: readonly DayCounts[]): Bar {
  const [first = "", last = first] = [days[0]?.day, days.at(-1)?.day];
  const counts = days.map((one) => one.counts).reduce(addCounts);
  const params = { days: undefined, from: first, to: last };
  if (unit === "months") {
    return { label: shortMonth(first), title: monthInWords(first), counts, params };
  }
  const title = first === last ? dayInWords(first) : `${dayInWords(first)} – ${dayInWords(last)}`;
  return { label: shortDay(first), title, counts, params };
}
