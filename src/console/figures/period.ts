// The days a page is about, out of a query: days of Moscow, both with.
import { DAY_MS } from "../../text/local-date.ts";
import { z } from "zod";
import { addDays, type Day, startOfDay, type Span } from "../../journal/moscow-time.ts";
import type { JournalFilter } from "../../store/journal/journal.ts";

/** Nobody keeps questions for longer. */
const MAX_DAYS = 3660;

const day = z.iso.date().refine((text) => text > "1970-01-02" && text < "9000");

/** What every list and figure of a period is asked with. */
export const PERIOD = {
  from: day,
  to: day,
  place: z.enum(["all", "private", "group"]).default("all"),
};

export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly place: "all" | "private" | "group";
}

export function isInOrder({ from, to }: Pick<Period, "from" | "to">): boolean {
  return from <= to && (Date.parse(to) - Date.parse(from)) / DAY_MS < MAX_DAYS;
}

function spanOfDays({ from, to }: Pick<Period, "from" | "to">): Span {
  return { from: startOfDay(from), to: startOfDay(addDays(to, 1)) };
}

/** The days before it, as many. */
export function periodBefore(period: Period): Period {
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / DAY_MS) + 1;
  return { ...period, from: addDays(period.from, -days), to: addDays(period.from, -1) };
}

export function filterOf(period: Period): JournalFilter {
  const { place } = period;
  return { ...spanOfDays(period), place: place === "all" ? undefined : place };
}
