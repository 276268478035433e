// Related questions computed from the content: entries whose phrases are made of the same features.
import type { SparseVector } from "./feature-space.ts";
import type { Item } from "./items.ts";

const MAX_RELATED = 6;

/** For each entry id the nearest other entries by cosine of their phrases' sums, nearest first. */
export function relatedItems(
  items: readonly Item[],
  labels: Int32Array,
  vectors: readonly SparseVector[],
  featureCount: number,
): ReadonlyMap<string, readonly string[]> {
  const centroids = centroidsOf(items, labels, vectors);
  const postings = postingsOf(centroids, featureCount);
  const related = new Map<string, readonly string[]>();
  for (const [label, item] of items.entries()) {
    if (item.kind !== "entry") continue;
    related.set(item.id, nearestOf(label, centroids, postings, items));
  }
  return related;
}

type Centroid = ReadonlyMap<number, number>;

/** A feature that more entries share than this tells none of them apart; leaving it out keeps the cost linear. */
const MAX_SHARED = 60;

function centroidsOf(
  items: readonly Item[],
  labels: Int32Array,
  vectors: readonly SparseVector[],
): readonly Centroid[] {
  const sums = items.map(() => new Map<number, number>());
  for (const [index, { ids, values }] of vectors.entries()) {
    const label = labels[index] ?? 0;
    const sum = sums[label];
    if (sum === undefined || items[label]?.kind !== "entry") continue;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0;
      sum.set(id, (sum.get(id) ?? 0) + (values[at] ?? 0));
    }
  }
  return sums.map(normalised);
}

function normalised(sum: ReadonlyMap<number, number>): Centroid {
  let squares = 0;
  for (const value of sum.values()) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return new Map(Array.from(sum, ([id, value]) => [id, value / length]));
}

function postingsOf(centroids: readonly Centroid[], featureCount: number): readonly number[][] {
  const postings: number[][] = Array.from({ length: featureCount }, () => []);
  for (const [label, centroid] of centroids.entries()) {
    for (const id of centroid.keys()) postings[id]?.push(label);
  }
  return postings;
}

function nearestOf(
  label: number,
  centroids: readonly Centroid[],
  postings: readonly number[][],
  items: readonly Item[],
): readonly string[] {
  const similarity = new Map<number, number>();
  for (const [id, value] of centroids[label] ?? []) {
    const sharers = postings[id] ?? [];
    if (sharers.length > MAX_SHARED) continue;
    for (const other of sharers) {
      const product = value * (centroids[other]?.get(id) ?? 0);
      similarity.set(other, (similarity.get(other) ?? 0) + product);
    }
  }
  similarity.delete(label);
  return [...similarity]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_RELATED)
    .flatMap(([other]) => items[other]?.id ?? []);
}
