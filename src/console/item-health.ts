// How often an item was what people got, and whether it helped them.
import { countVotes } from "../stats/vote-figures.ts";
import type { AskedQuestion } from "../store/journal.ts";
import type { Vote } from "../store/votes.ts";
import type { Health } from "./api.ts";

export type Use = Omit<Health, "warnings">;

/** By id; linear in what was asked. */
export function usesOf(
  questions: readonly AskedQuestion[],
  votes: readonly Vote[],
): (id: string) => Use {
  const asked = new Map<string, number>();
  for (const { itemId, chosenEntryId, outcome } of questions) {
    const id = chosenEntryId ?? (outcome === "none" || outcome === "suggest" ? undefined : itemId);
    if (id !== undefined) asked.set(id, (asked.get(id) ?? 0) + 1);
  }
  const voted = new Map(countVotes(votes).entries.map((one) => [one.entryId, one]));
  return (id) => {
    const { up = 0, down = 0 } = voted.get(id) ?? {};
    return { asked: asked.get(id) ?? 0, up, down };
  };
}
