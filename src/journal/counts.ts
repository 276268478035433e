// Questions counted by what came of them.
import { OUTCOMES, type Outcome } from "../faq/outcome.ts";

export type Counts = Readonly<Record<Outcome, number>>;

/** So many questions that are alike. */
export interface Counted {
  readonly outcome: Outcome;
  readonly count: number;
}

export function perOutcome<T>(of: (outcome: Outcome) => T): Readonly<Record<Outcome, T>> {
  const [answer, topic, suggest] = [of("answer"), of("topic"), of("suggest")];
  return { answer, topic, suggest, none: of("none"), smalltalk: of("smalltalk") };
}

export function countOutcomes(tallies: readonly Counted[]): Counts {
  const byOutcome = groupBy(tallies, ({ outcome }) => outcome);
  return perOutcome((outcome) => totalOf(byOutcome.get(outcome) ?? []));
}

export function totalOf(items: readonly { readonly count: number }[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}

export function sumOf(counts: Counts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

export function addCounts(a: Counts, b: Counts): Counts {
  return perOutcome((outcome) => a[outcome] + b[outcome]);
}

/** Items by key, in the order of the first of each. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

export function addTo<T, K>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
