// How often an item was what people got, and whether it helped them.
import { entryOf, countVotes, type Uses } from "../../journal/figures.ts";
import type { Health } from "./content-api.ts";

export type Use = Omit<Health, "warnings">;

/** By id. */
export function usesOf({ items, votes }: Uses): (id: string) => Use {
  const asked = new Map<string, number>();
  for (const item of items)
    for (const id of gotten(item)) asked.set(id, (asked.get(id) ?? 0) + item.count);
  const voted = new Map(countVotes(votes).entries.map((one) => [one.entryId, one]));
  return (id) => {
    const { up, down } = voted.get(id) ?? { up: 0, down: 0 };
    return { asked: asked.get(id) ?? 0, up, down };
  };
}

/** As the overview counts: whoever went on from a topic to an entry got both. */
function gotten(item: Uses["items"][number]): readonly string[] {
  const isSideTopic = item.outcome === "topic" || item.outcome === "smalltalk";
  return [isSideTopic ? item.itemId : undefined, entryOf(item)].filter((id) => id !== undefined);
}
