// How often an item was what people got, and whether it helped them.
import type { Tallies } from "../store/tallies.ts";
import type { Health } from "./api.ts";

export type Use = Omit<Health, "warnings">;

/** By id. */
export function usesOf({ items, votes }: Pick<Tallies, "items" | "votes">): (id: string) => Use {
  const asked = new Map<string, number>();
  for (const { itemId, chosenEntryId, outcome, count } of items) {
    const id = chosenEntryId ?? (outcome === "none" || outcome === "suggest" ? undefined : itemId);
    if (id !== undefined) asked.set(id, (asked.get(id) ?? 0) + count);
  }
  const votedOn = (id: string, wanted: "up" | "down") =>
    votes
      .filter(({ entryId, value }) => entryId === id && value === wanted)
      .reduce((sum, { count }) => sum + count, 0);
  return (id) => ({ asked: asked.get(id) ?? 0, up: votedOn(id, "up"), down: votedOn(id, "down") });
}
