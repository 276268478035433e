// Related questions computed from the content: entries that an entry's own phrases could nearly be taken for.
import type { Item } from "./items.ts";
import type { Ranker } from "./ranker.ts";

const MAX_RELATED = 6;
/** So many phrases of an entry, evenly picked, are enough to tell its neighbours. */
const MAX_PHRASES = 16;

/** A function from the id of an entry to the ids of its neighbours, nearest first; each is computed once, when asked. */
export function createRelated(
  items: readonly Item[],
  labels: Int32Array,
  ranker: Ranker,
): (entryId: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (entryId) => {
    const related = known.get(entryId) ?? relatedTo(entryId, items, labels, ranker);
    known.set(entryId, related);
    return related;
  };
}

function relatedTo(entryId: string, items: readonly Item[], labels: Int32Array, ranker: Ranker): readonly string[] {
  const label = items.findIndex(({ kind, id }) => kind === "entry" && id === entryId);
  if (label < 0) return [];
  const own = Array.from(labels.keys()).filter((row) => labels[row] === label);
  const step = Math.max(1, Math.ceil(own.length / MAX_PHRASES));
  const likeness = new Map<string, number>();
  for (const row of own.filter((_, index) => index % step === 0)) {
    for (const { label: other, nearness } of ranker.candidatesOfRow(row)) {
      const item = items[other];
      if (item?.kind !== "entry" || other === label) continue;
      likeness.set(item.id, (likeness.get(item.id) ?? 0) + nearness.topMean);
    }
  }
  return [...likeness]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, MAX_RELATED)
    .map(([id]) => id);
}
