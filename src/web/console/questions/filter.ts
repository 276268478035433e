// Which questions are shown, as it stands in the address and as it is asked for.
import { OUTCOMES, type Outcome } from "../../../faq/outcome.ts";
import { SETBACKS } from "../../../journal/records.ts";
import type { Day } from "../../../journal/moscow-time.ts";
import { periodParams, readPeriod, type Period, placeParam, readPlace, type Place } from "../period/period.ts";
import type { Params } from "../shell/api-client.ts";

export interface Filter {
  readonly period: Period;
  readonly place: Place;
  readonly outcomes: readonly Outcome[];
  readonly text: string;
  /** Come from a figure: each can be taken away, and none is set here. */
  readonly narrow: Readonly<Partial<Record<NarrowName, string>>>;
}

/** Conditions that figures lead here with. */
export type NarrowName = (typeof NARROW)[number];

export const NARROW = ["solved", "setback", "item", "hour", "vote"] as const;

const MEANT: Readonly<Record<NarrowName, RegExp>> = {
  solved: /^(?:by-tap|anyhow)$/u,
  setback: new RegExp(`^(?:${SETBACKS.join("|")})$`, "u"),
  item: /^.{1,200}$/u,
  hour: /^(?:\d|1\d|2[0-3])$/u,
  vote: /^down$/u,
};
const LONGEST_TEXT = 200;

/** Whatever cannot be read is as if it were not there. */
export function readFilter(params: URLSearchParams, today: Day): Filter {
  const wanted = new Set((params.get("outcome") ?? "").split(","));
  const narrow = NARROW.map((name) => [name, params.get(name) ?? ""] as const);
  return {
    period: readPeriod(params, today),
    place: readPlace(params),
    outcomes: OUTCOMES.filter((outcome) => wanted.has(outcome)),
    text: (params.get("text") ?? "").slice(0, LONGEST_TEXT),
    narrow: Object.fromEntries(narrow.filter(([name, value]) => MEANT[name].test(value))),
  };
}

/** For the address of the page. */
export function filterParams(filter: Filter): Params {
  const { period, place } = filter;
  return { ...periodParams(period), place: placeParam(place), ...narrowing(filter) };
}

/** For the server, which knows no "last seven days". */
export function askedFor(filter: Filter): Params {
  const { from, to } = filter.period;
  return { from, to, place: filter.place, ...narrowing(filter) };
}

/** Whether less is shown than all of the period. */
export function isNarrowed({ outcomes, text, narrow, place }: Filter): boolean {
  return outcomes.length > 0 || text !== "" || place !== "all" || Object.keys(narrow).length > 0;
}

/** With the outcome if it was not wanted, and without it if it was. */
export function toggled(outcomes: readonly Outcome[], outcome: Outcome): readonly Outcome[] {
  return outcomes.includes(outcome)
    ? outcomes.filter((one) => one !== outcome)
    : OUTCOMES.filter((one) => one === outcome || outcomes.includes(one));
}

function narrowing({ outcomes, text, narrow }: Filter): Params {
  return { outcome: outcomes.join(","), text: text.trim(), ...narrow };
}
