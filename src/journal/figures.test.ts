import { expect, test } from "vitest";
import { type AskedQuestion, isSolved, type OpenReason, whyOpen } from "./records.ts";
import { sumOf } from "./counts.ts";
import { figuresOf } from "./figures.ts";
import { spanOf } from "./moscow-time.ts";
import { NOW, question, talliesOf, vote } from "../../test/support/journal/records.ts";

const WEEK = spanOf({ kind: "days", count: 7 }, NOW);
const HOUR = 3_600_000;

test("questions are counted by outcome, place, person and entry", () => {
  const offered = { outcome: "suggest", confidence: 0.25, place: "group" } as const;
  const questions = [
    question("1", { outcome: "answer", itemId: "a", person: "p", confidence: 1 }),
    question("2", { outcome: "answer", itemId: "b", person: "p", confidence: 0.5 }),
    question("3", { ...offered, chosenEntryId: "b", person: "q" }),
    question("4", { ...offered, person: "r" }),
    question("5", { outcome: "topic", itemId: "code", person: "r", confidence: 0.9 }),
    question("6", { outcome: "smalltalk", itemId: "thanks", person: "r" }),
    question("7", { person: "s", setback: "asked-again" }),
  ];
  expect(figuresOf(talliesOf(questions), WEEK)).toMatchObject({
    questions: 7,
    people: 4,
    outcomes: { answer: 2, suggest: 2, topic: 1, smalltalk: 1, none: 1 },
    asked: 6,
    solved: 4,
    askedAgain: 1,
    solvedByTap: 1,
    confidence: { answer: 0.75, topic: 0.9, suggest: 0.25, none: undefined },
    places: { private: 5, group: 2 },
    entries: [
      { id: "b", count: 2 },
      { id: "a", count: 1 },
    ],
    topics: [{ id: "code", count: 1 }],
  });
});

test("every day of the period and every hour has its counts, also without questions", () => {
  const questions = [
    question("1", { at: NOW - 24 * HOUR, outcome: "answer" }),
    question("2", { at: NOW - 24 * HOUR }),
    question("3", { at: NOW + 2 * HOUR }),
  ];
  const { days, hours } = figuresOf(talliesOf(questions), WEEK);
  expect(days.map(({ day, counts }) => [day, sumOf(counts)])).toEqual([
    ["2026-11-19", 0],
    ["2026-11-20", 0],
    ["2026-11-21", 0],
    ["2026-11-22", 0],
    ["2026-11-23", 0],
    ["2026-11-24", 2],
    ["2026-11-25", 1],
  ]);
  expect(hours.map(sumOf)).toEqual([...Array<number>(18).fill(0), 2, 0, 1, 0, 0, 0]);
});

test("all that is kept is shown from the first record on; of nothing, today", () => {
  const all = spanOf({ kind: "all" }, NOW);
  const votes = [vote("a", { at: NOW - 48 * HOUR })];
  const first = figuresOf(talliesOf([question("1")], votes), all);
  expect([first.firstDay, first.days.length]).toEqual(["2026-11-23", 3]);
  expect(figuresOf(talliesOf([]), all)).toMatchObject({
    firstDay: "2026-11-25",
    lastDay: "2026-11-25",
    questions: 0,
    people: 0,
  });
});

test("votes are counted by entry with their reasons, most 👎 first", () => {
  const votes = [
    vote("good"),
    vote("good"),
    vote("bad", { value: "down", reason: "unclear" }),
    vote("bad", { value: "down", reason: "outdated" }),
    vote("bad", { value: "down" }),
    vote("bad"),
  ];
  const none = { "not-my-question": 0, unclear: 0, outdated: 0 };
  expect(figuresOf(talliesOf([], votes), WEEK).votes).toEqual({
    up: 3,
    down: 3,
    entries: [
      { entryId: "bad", up: 1, down: 3, reasons: { ...none, unclear: 1, outdated: 1 } },
      { entryId: "good", up: 2, down: 0, reasons: none },
    ],
  });
});

test.each<[Partial<AskedQuestion>, boolean, OpenReason | undefined, string]>([
  [{}, false, "unknown", "the bot did not know"],
  [{ setback: "asked-again" }, false, "unknown", "it did not know, whatever followed"],
  [{ outcome: "suggest" }, false, "left-open", "nothing that was offered was tapped"],
  [{ outcome: "suggest", chosenEntryId: "a" }, true, undefined, "the asker found it"],
  [{ outcome: "suggest", chosenEntryId: "a", setback: "not-that" }, false, "not-that", "or not"],
  [{ outcome: "answer", confidence: 0.6 }, true, undefined, "it was answered"],
  [{ outcome: "answer", confidence: 0.59 }, true, "unsure", "it was answered, hardly sure"],
  [{ outcome: "answer", setback: "disliked" }, false, "disliked", "the answer was voted down"],
  [{ outcome: "answer", setback: "handed-over" }, false, "handed-over", "a person was asked"],
  [{ outcome: "topic", confidence: 0.6 }, true, undefined, "it was pointed elsewhere for sure"],
  [{ outcome: "topic", confidence: 0.5 }, true, "unsure", "the pointer is sure enough"],
  [{ outcome: "topic", confidence: 0.49 }, false, "unsure", "the pointer is not"],
  [{ outcome: "topic", confidence: 1, setback: "asked-again" }, false, "asked-again", "nor did it do"],
  [{ outcome: "smalltalk", setback: "handed-over" }, false, undefined, "it is no question"],
])("of a question with %j solved is %s and open %s, because %s", (change, solved, open) => {
  expect(isSolved(question("1", change))).toBe(solved);
  expect(whyOpen(question("1", change))).toBe(open);
});

test("ten thousand questions are all counted", () => {
  const questions = Array.from({ length: 10_000 }, (_, n) =>
    question(`${n}`, { at: NOW - n * 60_000, person: `p${n % 900}`, itemId: `e${n % 50}` }),
  );
  const { days } = figuresOf(talliesOf(questions), spanOf({ kind: "all" }, NOW));
  expect(days.reduce((sum, { counts }) => sum + sumOf(counts), 0)).toBe(10_000);
});
