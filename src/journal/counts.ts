// Questions counted by what came of them.
import { OUTCOMES, type Outcome } from "../faq/outcome.ts";

export type Counts = Readonly<Record<Outcome, number>>;

/** So many questions that are alike. */
export interface Counted {
  readonly outcome: Outcome;
  readonly count: number;
}

export function countOutcomes(tallies: readonly Counted[]): Counts {
  const counts = { answer: 0, topic: 0, suggest: 0, none: 0, smalltalk: 0 };
  for (const { outcome, count } of tallies) counts[outcome] += count;
  return counts;
}

export function totalOf(items: readonly { readonly count: number }[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}

export function sumOf(counts: Counts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    answer: a.answer + b.answer,
    suggest: a.suggest + b.suggest,
    topic: a.topic + b.topic,
    smalltalk: a.smalltalk + b.smalltalk,
    none: a.none + b.none,
  };
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
