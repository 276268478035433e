// The bars of the chart: hours of a day, days, weeks or months, whatever gives few enough to read.
import { addCounts, groupBy, type Counts } from "./counts.ts";
import type { DayCounts, Figures } from "./figures.ts";
import { mondayOf, monthOf, weekdayOf, type Day } from "./moscow-time.ts";
import { BY_DAYS, BY_HOURS, BY_MONTHS, BY_WEEKS, shortDay, shortMonth, WEEKDAYS } from "./wording.ts";

export interface Bucket {
  /** Undefined where there is no room for one. */
  readonly label: string | undefined;
  /** A second line under it. */
  readonly subLabel: string | undefined;
  readonly counts: Counts;
}

export interface Buckets {
  /** "по дням" */
  readonly unit: string;
  readonly list: readonly Bucket[];
}

const MAX_DAYS = 31;
const MAX_WEEKS = 27;
const DAYS_PER_WEEK = 7;
/** So few days have room for the weekday as well. */
const MAX_NAMED_DAYS = 8;
const MAX_LABELS = 8;
const HOURS_PER_LABEL = 3;

export function bucketsOf({ days, hours }: Pick<Figures, "days" | "hours">): Buckets {
  if (days.length === 1)
    return {
      unit: BY_HOURS,
      list: hours.map(hourBucket),
    };
  if (days.length <= MAX_DAYS) return { unit: BY_DAYS, list: thinned(days.map((one) => dayBucket(one, days.length))) };
  return days.length <= MAX_WEEKS * DAYS_PER_WEEK
    ? { unit: BY_WEEKS, list: thinned(summed(days, mondayOf, shortDay)) }
    : { unit: BY_MONTHS, list: thinned(summed(days, monthOf, shortMonth)) };
}

/** Every label where there is room, otherwise every second, third …, the last one always among them. */
function thinned(list: readonly Bucket[]): readonly Bucket[] {
  const every = Math.ceil(list.length / MAX_LABELS);
  return list.map((bucket, nth) => ((list.length - 1 - nth) % every === 0 ? bucket : { ...bucket, label: undefined }));
}

function hourBucket(counts: Counts, hour: number): Bucket {
  const label = hour % HOURS_PER_LABEL === 0 ? `${hour}:00` : undefined;
  return { label, subLabel: undefined, counts };
}

function dayBucket({ day, counts }: DayCounts, dayCount: number): Bucket {
  const date = shortDay(day);
  return dayCount <= MAX_NAMED_DAYS
    ? { label: WEEKDAYS[weekdayOf(day)] ?? "", subLabel: date, counts }
    : { label: date, subLabel: undefined, counts };
}

function summed(
  days: readonly DayCounts[],
  keyOf: (day: Day) => Day,
  labelOf: (key: Day) => string,
): readonly Bucket[] {
  return Array.from(
    groupBy(days, ({ day }) => keyOf(day)),
    ([key, same]) => ({
      label: labelOf(key),
      subLabel: undefined,
      counts: same.map(({ counts }) => counts).reduce(addCounts),
    }),
  );
}
