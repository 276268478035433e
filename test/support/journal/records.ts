// Recorded questions and votes for tests: only what a test is about has to be named.
import type { AskedQuestion, Vote } from "../../../src/journal/records.ts";

/** A Wednesday, half past six in the evening in Moscow. */
export const NOW = Date.parse("2026-11-25T15:30:00Z");

export function question(id: string, change: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    id,
    at: NOW,
    text: "как перенести чат",
    outcome: "none",
    itemId: undefined,
    confidence: undefined,
    place: "private",
    person: "somebody",
    chosenEntryId: undefined,
    handled: undefined,
    ...change,
  };
}

export function vote(entryId: string, change: Partial<Vote> = {}): Vote {
  const nothing = { reason: undefined, questionId: undefined };
  return { voter: "v", entryId, value: "up", at: NOW, ...nothing, ...change };
}
