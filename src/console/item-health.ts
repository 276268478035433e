// How often an item was what people got, and whether it helped them.
import type { Uses } from "../store/tallies.ts";
import type { Health } from "./api.ts";

export type Use = Omit<Health, "warnings">;

/** By id. */
export function usesOf({ items, votes }: Uses): (id: string) => Use {
  const asked = new Map<string, number>();
  for (const item of items)
    for (const id of gotten(item)) asked.set(id, (asked.get(id) ?? 0) + item.count);
  const votedOn = (id: string, wanted: "up" | "down") =>
    votes
      .filter(({ entryId, value }) => entryId === id && value === wanted)
      .reduce((sum, { count }) => sum + count, 0);
  return (id) => ({ asked: asked.get(id) ?? 0, up: votedOn(id, "up"), down: votedOn(id, "down") });
}

/** As the overview counts: whoever went on from a topic to an entry got both. */
function gotten({ outcome, itemId, chosenEntryId }: Uses["items"][number]): readonly string[] {
  const isAside = outcome === "topic" || outcome === "smalltalk";
  const entryId = chosenEntryId ?? (outcome === "answer" ? itemId : undefined);
  return [isAside ? itemId : undefined, entryId].filter((id) => id !== undefined);
}
