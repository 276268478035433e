import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AskedQuestion, isSolved, OPEN_REASONS, SETBACKS, whyOpen } from "../../journal/records.ts";
import type { JournalFilter } from "./journal.ts";
import type { Store } from "../store.ts";
import { DATABASES, type TestPlace } from "../../../test/support/database/databases.ts";

const HOUR = 3_600_000;
/** Midnight in London, after 2038, so that a time of 32 bits would show. */
const T = Date.UTC(2040, 0, 1);
const MOSCOW = 3 * HOUR;
const OUTCOMES = ["answer", "suggest", "none", "topic", "smalltalk"] as const;

/** Every combination comes up somewhere; several are of one moment. */
const QUESTIONS = Array.from({ length: 120 }, (_, n) => questionOf(n, `q${String((n * 37) % 120).padStart(3, "0")}`));
const isDisliked = (id: string) => Number(id.slice(1)) % 11 === 0;
const ALL = { from: 0, to: T * 2 };

let place: TestPlace;
let store: Store;

describe.each(DATABASES)("pages of the journal in $name", (database) => {
  beforeAll(async () => {
    place = await database.newPlace();
    store = await place.open();
    await Promise.all(QUESTIONS.map((question) => store.journal.record(question)));
    const disliked = QUESTIONS.filter(({ id }) => isDisliked(id));
    for (const { id } of disliked) await vote(id, "down");
    await vote("q001", "up");
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const vote = (questionId: string, value: "up" | "down") =>
    store.votes.cast({
      voter: questionId,
      entryId: "e",
      value,
      reason: undefined,
      questionId,
      at: T,
    });

  test.each<{
    why: string;
    filter: Partial<JournalFilter>;
    naive: (one: AskedQuestion) => boolean;
  }>([
    { why: "nothing but the time", filter: {}, naive: () => true },
    {
      why: "a span, its end not included",
      filter: { from: T + HOUR, to: T + 5 * HOUR },
      naive: ({ at }) => at >= T + HOUR && at < T + 5 * HOUR,
    },
    { why: "a place", filter: { place: "group" }, naive: (one) => one.place === "group" },
    {
      why: "outcomes",
      filter: { outcomes: ["none", "suggest"] },
      naive: ({ outcome }) => outcome === "none" || outcome === "suggest",
    },
    {
      why: "suggestions that were tapped",
      filter: { solved: "by-tap" },
      naive: (one) => one.outcome === "suggest" && isSolved(one),
    },
    {
      why: "what was solved in any way",
      filter: { solved: "anyhow" },
      naive: isSolved,
    },
    {
      why: "what was asked again",
      filter: { setback: "asked-again" },
      naive: ({ setback }) => setback === "asked-again",
    },
    {
      why: "an item that was answered with or chosen",
      filter: { itemId: "item1" },
      naive: ({ outcome, itemId, chosenEntryId }) =>
        chosenEntryId === "item1" ||
        (itemId === "item1" && (chosenEntryId === undefined || /topic|small/u.test(outcome))),
    },
    {
      why: "an hour in Moscow",
      filter: { hour: { hour: 1, offsetMs: MOSCOW } },
      naive: ({ at }) => new Date(at + MOSCOW).getUTCHours() === 1,
    },
    { why: "dislikes", filter: { isDisliked: true }, naive: ({ id }) => isDisliked(id) },
    {
      why: "dislikes of a span, whenever the question was asked",
      filter: { isDisliked: true, from: T, to: T + 1 },
      naive: ({ id }) => isDisliked(id),
    },
    {
      why: "several together",
      filter: { place: "private", outcomes: ["answer"], itemId: "item0" },
      naive: (one) =>
        one.place === "private" && one.outcome === "answer" && (one.chosenEntryId ?? one.itemId) === "item0",
    },
  ])("by $why: the same as looking at each, newest first", async ({ filter, naive }) => {
    const expected = QUESTIONS.filter(naive).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    expect(expected.length).toBeGreaterThan(0);
    const wanted = { ...ALL, ...filter };
    const found = await store.journalPages.page(wanted, { limit: 1_000 });
    expect(found).toEqual(expected.map((one) => ({ ...one, isDisliked: isDisliked(one.id) })));
    expect(await store.journalPages.count(wanted)).toBe(expected.length);
    expect(await store.journalPages.judged(wanted)).toEqual({
      questions: expected.length,
      asked: expected.filter(({ outcome }) => outcome !== "smalltalk").length,
      solved: expected.filter(isSolved).length,
      askedAgain: expected.filter(({ setback }) => setback === "asked-again").length,
    });
  });

  test("what is left to an administrator is found as journal/records tells it", async () => {
    const open = QUESTIONS.filter((one) => whyOpen(one) !== undefined);
    expect(new Set(open.map(whyOpen)).size).toBe(OPEN_REASONS.length);
    const found = await store.journal.unanswered(0, 1_000);
    expect(found.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  });

  test("page by page every question comes once, those of one moment too", async () => {
    const seen: string[] = [];
    for (let before: AskedQuestion | undefined; ;) {
      const page = await store.journalPages.page(ALL, { limit: 7, before });
      seen.push(...page.map(({ id }) => id));
      before = page.at(-1);
      if (before === undefined) break;
    }
    const all = await store.journalPages.page(ALL, { limit: 1_000 });
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(seen).toHaveLength(120);
  });

  test("the stamp changes with everything that changes what is shown", async () => {
    const stamps = [await store.journalPages.stamp()];
    const change = async (run: () => Promise<unknown>) => {
      await run();
      stamps.push(await store.journalPages.stamp());
    };
    expect(await store.journalPages.stamp()).toBe(stamps[0]);
    const { journal, votes } = store;
    await change(() => journal.record(questionOf(2, "new")));
    await change(() => journal.choose("new", "e"));
    await change(() => journal.setBack("new", "disliked", 0));
    await change(() => journal.markHandled(["new"], "hidden:new"));
    await change(() => vote("new", "up"));
    await change(() => journal.prune(T + HOUR));
    await change(() => votes.prune(T + HOUR));
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  test("the oldest question tells since when anything is kept", async () => {
    // Those of the first hour were deleted above.
    expect(await store.journalPages.oldest()).toBe(T + HOUR);
    await store.journal.prune(T * 2);
    expect(await store.journalPages.oldest()).toBeUndefined();
    expect(await store.journalPages.count(ALL)).toBe(0);
    const none = { questions: 0, asked: 0, solved: 0, askedAgain: 0 };
    expect(await store.journalPages.judged(ALL)).toEqual(none);
    expect(await store.journalPages.stamp()).not.toBe("");
  });
});

function questionOf(n: number, id: string): AskedQuestion {
  return {
    id,
    at: T + Math.floor(n / 2) * HOUR,
    text: `вопрос ${n}`,
    outcome: OUTCOMES[n % 5] ?? "none",
    itemId: n % 5 === 1 || n % 5 === 2 ? undefined : `item${n % 3}`,
    confidence: (n % 8) / 8,
    place: n % 4 === 0 ? "group" : "private",
    person: `person${n % 9}`,
    chosenEntryId: n % 7 < 2 ? `item${n % 2}` : undefined,
    handled: undefined,
    setback: n % 3 === 0 ? SETBACKS[n % 4] : undefined,
  };
}
