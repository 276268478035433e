import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figuresOf } from "../../journal/figures.ts";
import { addDays, daysBetween, moscowDay, moscowTime, startOfDay, type Span } from "../../journal/moscow-time.ts";
import { type AskedQuestion, isSolved, SETBACKS, type Vote } from "../../journal/records.ts";
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
    confidence: outcome === "none" ? undefined : (n % 8) / 8,
    place: n % 4 === 0 ? "group" : "private",
    person: `person${n % 17}`,
    chosenEntryId: n % 7 < 2 ? `item${n % 4}` : undefined,
    handled: undefined,
    setback: n % 11 < 2 ? SETBACKS[n % 4] : undefined,
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

interface Records {
  readonly questions: readonly AskedQuestion[];
  readonly votes: readonly Vote[];
}

/** The figures counted naively: each by going through all the rows once more. */
function figuresOfRows({ questions, votes }: Records, span: Span): unknown {
  const all = [...questions, ...votes].map(({ at }) => at);
  const firstDay = moscowDay(span.from > 0 ? span.from : Math.min(...all));
  const lastDay = moscowDay(span.to - 1);
  const count = (is: (one: AskedQuestion) => boolean) => questions.filter(is).length;
  const average = (is: (one: AskedQuestion) => boolean) => {
    const sum = questions.filter(is).reduce((total, one) => total + (one.confidence ?? 0), 0);
    return count(is) === 0 ? undefined : sum / count(is);
  };
  const countsOf = (is: (one: AskedQuestion) => boolean) =>
    Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count((one) => is(one) && one.outcome === outcome)]));
  const entryOf = ({ outcome, itemId, chosenEntryId }: AskedQuestion) =>
    chosenEntryId ?? (outcome === "answer" ? itemId : undefined);
  const frequent = (idOf: (one: AskedQuestion) => string | undefined) =>
    [...new Set(questions.flatMap((one) => idOf(one) ?? []))]
      .map((id) => ({ id, count: count((one) => idOf(one) === id) }))
      .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
  const cast = (is: (one: Vote) => boolean) => votes.filter(is).length;
  const entryVotes = [...new Set(votes.map(({ entryId }) => entryId))].map((entryId) => {
    const because = (reason: Vote["reason"]) =>
      cast((one) => one.entryId === entryId && one.value === "down" && one.reason === reason);
    return {
      entryId,
      up: cast((one) => one.entryId === entryId && one.value === "up"),
      down: cast((one) => one.entryId === entryId && one.value === "down"),
      reasons: {
        "not-my-question": because("not-my-question"),
        unclear: because("unclear"),
        outdated: because("outdated"),
      },
    };
  });
  return {
    firstDay,
    lastDay,
    questions: questions.length,
    people: new Set(questions.map(({ person }) => person)).size,
    outcomes: countsOf(() => true),
    asked: count(({ outcome }) => outcome !== "smalltalk"),
    solved: count(isSolved),
    askedAgain: count(({ setback }) => setback === "asked-again"),
    solvedByTap: count((one) => one.outcome === "suggest" && isSolved(one)),
    confidence: {
      answer: average((one) => one.outcome === "answer"),
      topic: average((one) => one.outcome === "topic"),
      suggest: average((one) => one.outcome === "suggest"),
      none: undefined,
      smalltalk: average((one) => one.outcome === "smalltalk"),
    },
    places: {
      private: count((one) => one.place === "private"),
      group: count((one) => one.place === "group"),
    },
    entries: frequent(entryOf),
    topics: frequent((one) => (one.outcome === "topic" ? one.itemId : undefined)),
    votes: {
      up: cast(({ value }) => value === "up"),
      down: cast(({ value }) => value === "down"),
      entries: entryVotes.sort((a, b) => b.down - a.down || b.up - a.up || a.entryId.localeCompare(b.entryId)),
    },
    days: daysBetween(firstDay, lastDay).map((day) => ({
      day,
      counts: countsOf(({ at }) => moscowDay(at) === day),
    })),
    hours: Array.from({ length: 24 }, (_, hour) => countsOf(({ at }) => moscowTime(at).hour === hour)),
  };
}

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
    const counted = await store.tallies(span);
    expect(figuresOf(counted, span)).toEqual(figuresOfRows(records, span));
  });

  test("of all that is kept begin with the first row, a vote among them", async () => {
    const span = { from: 0, to: startOfDay(addDays(first, 30)) };
    const shown = {
      entryId: "item1",
      value: "up",
      reason: undefined,
      questionId: undefined,
    } as const;
    const early: Vote = { voter: "early", at: T - 50 * HOUR, ...shown };
    await store.votes.cast(early);
    const counted = await store.tallies(span);
    const records = { questions: QUESTIONS, votes: [...VOTES, early] };
    expect(figuresOf(counted, span)).toEqual(figuresOfRows(records, span));
    await store.votes.forget([early]);
  });

  test.each(["private", "group"] as const)("of %s are those of its rows", async (wanted) => {
    const span = { from: startOfDay(first), to: startOfDay(addDays(first, 30)) };
    const placeOf = new Map(QUESTIONS.map((one) => [one.id, one.place]));
    const records = {
      questions: QUESTIONS.filter((one) => one.place === wanted),
      votes: VOTES.filter(({ questionId = "" }) => (placeOf.get(questionId) ?? "private") === wanted),
    };
    expect(records.votes.length).toBeGreaterThan(0);
    const counted = await store.tallies({ ...span, place: wanted });
    expect(figuresOf(counted, span)).toEqual(figuresOfRows(records, span));
  });
});
