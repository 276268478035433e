// What the figures and the list of questions behind them have in common in SQL.
import { sql } from "kysely";

const MS_PER_HOUR = 3_600_000;
const HOURS_PER_DAY = 24;
const MS_PER_DAY = MS_PER_HOUR * HOURS_PER_DAY;

/** Days since 1970 of the clock that is `offsetMs` ahead of UTC. */
export function dayOf(offsetMs: number) {
  return sql<number>`(at + ${sql.lit(offsetMs)}) / ${sql.lit(MS_PER_DAY)}`;
}

/** 0…23 of the clock that is `offsetMs` ahead of UTC. */
export function hourOf(offsetMs: number) {
  return sql<number>`((at + ${sql.lit(offsetMs)}) / ${sql.lit(MS_PER_HOUR)}) % ${sql.lit(HOURS_PER_DAY)}`;
}

interface Counted {
  /** PostgreSQL has texts for counts. */
  readonly count: number | string | bigint;
  /** Of these, the questions whose asker chose an entry. */
  readonly chosen: number | string | bigint;
}

/** Those whose asker chose an entry, and the others. */
export function byChoice<Row extends Counted>({ count, chosen, ...same }: Row) {
  const all = Number(count);
  const withChoice = Number(chosen);
  return [
    { ...same, isChosen: true, count: withChoice },
    { ...same, isChosen: false, count: all - withChoice },
  ];
}
