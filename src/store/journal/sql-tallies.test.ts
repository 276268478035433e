import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figuresOf, figuresOfTallies } from "../../journal/figures.ts";
import { addDays, moscowDay, startOfDay } from "../../journal/moscow-time.ts";
import type { AskedQuestion, Vote } from "../../journal/records.ts";
import type { Store } from "../store.ts";
import { DATABASES, type TestPlace } from "../../../test/support/database/databases.ts";

const HOUR = 3_600_000;
/** After 2038, so that a time of 32 bits would show. */
const T = Date.UTC(2040, 0, 1);
const OUTCOMES = ["answer", "suggest", "none", "topic", "smalltalk"] as const;
const REASONS = ["not-my-question", "unclear", "outdated", undefined] as const;

/** Times, outcomes, items and people go round at different paces, so that every combination comes up. */
const QUESTIONS = Array.from({ length: 300 }, (_, n): AskedQuestion => {
  const outcome = OUTCOMES[n % 5] ?? "none";
  return {
    id: `q${n}`,
    at: T + n * 41 * 60_000,
    text: "вопрос",
    outcome,
    itemId: outcome === "suggest" || outcome === "none" ? undefined : `item${n % 3}`,
    confidence: 0.5,
    place: n % 4 === 0 ? "group" : "private",
    person: `person${n % 17}`,
    chosenEntryId: n % 7 < 2 ? `item${n % 4}` : undefined,
    handled: undefined,
  };
});
const VOTES = Array.from({ length: 90 }, (_, n): Vote => {
  const isDown = n % 3 === 0;
  return {
    voter: `voter${n}`,
    entryId: `item${n % 5}`,
    value: isDown ? "down" : "up",
    reason: isDown ? REASONS[n % 4] : undefined,
    questionId: isDown ? `q${n * 4 + (n % 2)}` : undefined,
    at: T + n * 2 * HOUR,
  };
});

let place: TestPlace;
let store: Store;

describe.each(DATABASES)("the figures counted by $name", (database) => {
  beforeAll(async () => {
    place = await database.newPlace();
    store = await place.open();
    await Promise.all(QUESTIONS.map((question) => store.journal.record(question)));
    for (const vote of VOTES) await store.votes.cast(vote);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const first = moscowDay(T);
  test.each([
    { why: "all that is kept", from: addDays(first, -1), days: 30 },
    { why: "one day", from: addDays(first, 2), days: 1 },
    { why: "some days", from: addDays(first, 1), days: 4 },
    { why: "a day without anything", from: addDays(first, -9), days: 1 },
  ])("of $why are those of all its rows", async ({ from, days }) => {
    const span = { from: startOfDay(from), to: startOfDay(addDays(from, days)) };
    const isIn = ({ at }: { readonly at: number }) => at >= span.from && at < span.to;
    const records = { questions: QUESTIONS.filter(isIn), votes: VOTES.filter(isIn) };
    const counted = await store.tallies({ ...span, offsetMs: 3 * HOUR });
    expect(figuresOfTallies(counted, span)).toEqual(figuresOf(records, span));
  });

  test.each(["private", "group"] as const)("of %s are those of its rows", async (wanted) => {
    const span = { from: startOfDay(first), to: startOfDay(addDays(first, 30)) };
    const placeOf = new Map(QUESTIONS.map((one) => [one.id, one.place]));
    const records = {
      questions: QUESTIONS.filter((one) => one.place === wanted),
      votes: VOTES.filter(
        ({ questionId = "" }) => (placeOf.get(questionId) ?? "private") === wanted,
      ),
    };
    expect(records.votes.length).toBeGreaterThan(0);
    const counted = await store.tallies({ ...span, place: wanted, offsetMs: 3 * HOUR });
    expect(figuresOfTallies(counted, span)).toEqual(figuresOf(records, span));
  });
});
