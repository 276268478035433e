// Which days are looked at: the last so many, or all that are kept.
import { addDays, moscowDay, startOfDay } from "./moscow-time.ts";

export type Period =
  | { readonly kind: "days"; /** With today; at least 1. */ readonly count: number }
  | { readonly kind: "all" };

/** From `from` on and before `to`, Unix ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whole days of Moscow, the last of which is today. */
export function spanOf(period: Period, now: number): Span {
  const today = moscowDay(now);
  const to = startOfDay(addDays(today, 1));
  return period.kind === "all"
    ? { from: 0, to }
    : { from: startOfDay(addDays(today, 1 - period.count)), to };
}
