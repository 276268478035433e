// Recorded questions and votes for tests: only what a test is about has to be named.
import type { Tallies } from "../../../src/journal/figures.ts";
import { moscowTime } from "../../../src/journal/moscow-time.ts";
import { isSolved, type AskedQuestion, type Vote } from "../../../src/journal/records.ts";

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
    setback: undefined,
    ...change,
  };
}

export function vote(entryId: string, change: Partial<Vote> = {}): Vote {
  const nothing = { reason: undefined, questionId: undefined };
  return { voter: "v", entryId, value: "up", at: NOW, ...nothing, ...change };
}

const DAY_MS = 86_400_000;

/** What the database would count, each row by itself. */
export function talliesOf(questions: readonly AskedQuestion[], votes: readonly Vote[] = []): Tallies {
  const counted = questions.map((one) => {
    const { day, hour } = moscowTime(one.at);
    return {
      ...one,
      day: Date.parse(day) / DAY_MS,
      hour,
      count: 1,
      confidence: one.confidence ?? 0,
      solved: isSolved(one) ? 1 : 0,
      askedAgain: one.setback === "asked-again" ? 1 : 0,
    };
  });
  return {
    days: counted,
    hours: counted,
    items: counted,
    people: new Set(questions.map(({ person }) => person)).size,
    votes: votes.map((one) => ({ ...one, count: 1, firstAt: one.at })),
  };
}
