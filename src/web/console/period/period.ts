// Which days and which chats are looked at, as it stands in the address.
import { addDays, type Day } from "../../../journal/moscow-time.ts";
import type { Params } from "../shell/api-client.ts";

/** The address of a page with some parameters changed. */
export type HrefWith = (change: Params) => string;

/** The last so many days, or from one day to another. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** Of those that end today; undefined for days of one's own. */
  readonly days: DayCount | undefined;
}

export type DayCount = (typeof DAY_COUNTS)[number];

export const DAY_COUNTS = [7, 30, 90] as const;
const FIRST_SHOWN: DayCount = 7;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Whatever cannot be read is as if it were not there. */
export function readPeriod(params: URLSearchParams, today: Day): Period {
  const from = readDay(params.get("from"));
  const to = readDay(params.get("to"));
  if (from !== undefined && to !== undefined && from <= to) return { from, to, days: undefined };
  const days = DAY_COUNTS.find((count) => String(count) === params.get("days")) ?? FIRST_SHOWN;
  return { from: addDays(today, 1 - days), to: today, days };
}

/** What an address says of it. */
export function periodParams({ from, to, days }: Period): Params {
  return days === undefined ? { from, to } : { days };
}

/** Undefined for what is no day of the calendar, such as February 30. */
function readDay(text: string | null): Day | undefined {
  if (text === null || !DAY.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  return addDays(text, 0) === text ? text : undefined;
}

export type Place = "all" | "private" | "group";

export const PLACES: readonly Place[] = ["all", "private", "group"];

export function readPlace(params: URLSearchParams): Place {
  return PLACES.find((place) => place === params.get("place")) ?? "all";
}

/** What the address says of it: nothing of the usual. */
export function placeParam(place: Place): string | undefined {
  return place === "all" ? undefined : place;
}
