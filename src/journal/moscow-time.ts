// Days, hours and periods as the people see them who use the bot: those of Moscow, wherever it runs.
import { DAY_MS } from "../text/local-date.ts";

/** "2025-09-01", a day in Moscow. */
export type Day = string;

const MS_PER_HOUR = 3_600_000;

// The Swedish way to write a date is the ISO one.
const MOSCOW = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Moscow",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
});

const MINUTES = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Moscow",
  dateStyle: "short",
  timeStyle: "short",
});

const DAY_LENGTH = "2025-09-01".length;

export interface MoscowTime {
  readonly day: Day;
  /** 0…23 */
  readonly hour: number;
}

/** `at` in Unix milliseconds. */
export function moscowTime(at: number): MoscowTime {
  const text = MOSCOW.format(at);
  return { day: text.slice(0, DAY_LENGTH), hour: Number(text.slice(DAY_LENGTH + 1)) };
}

export function moscowDay(at: number): Day {
  return moscowTime(at).day;
}

/** "2025-09-01 14:05" */
export function moscowMinute(at: number): string {
  return MINUTES.format(at);
}

/** How far the clocks of Moscow are ahead of UTC that day. */
export function moscowOffsetMs(day: Day): number {
  return moscowTime(Date.parse(day)).hour * MS_PER_HOUR;
}

/** When the day begins, Unix ms. */
export function startOfDay(day: Day): number {
  return Date.parse(day) - moscowOffsetMs(day);
}

/** The day so many days later. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, DAY_LENGTH);
}

/** All days from `first` to `last`, both included; one day where `last` is not later. */
export function daysBetween(first: Day, last: Day): readonly Day[] {
  const count = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS));
  return Array.from({ length: count + 1 }, (_, n) => addDays(first, n));
}

/** Monday is 0. */
export function weekdayOf(day: Day): number {
  const sundayFirst = new Date(Date.parse(day)).getUTCDay();
  return (sundayFirst + 6) % 7;
}

/** The Monday of its week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

/** The first day of its month. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, "2025-09".length)}-01`;
}

/** Which days are looked at: the last so many, or all that are kept. */
export type Period =
  { readonly kind: "days"; /** With today; at least 1. */ readonly count: number } | { readonly kind: "all" };

/** From `from` on and before `to`, Unix ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whole days of Moscow, the last of which is today. */
export function spanOf(period: Period, now: number): Span {
  const today = moscowDay(now);
  const to = startOfDay(addDays(today, 1));
  return period.kind === "all" ? { from: 0, to } : { from: startOfDay(addDays(today, 1 - period.count)), to };
}
