import { expect, test } from "vitest";
import type { Decision, Scored } from "../search/decide.ts";
import type { Outcome } from "../faq/outcome.ts";
import { figuresOf, isMiss, type Judged } from "./evaluation.ts";

function scored(id: string): Scored {
  const item = {
    kind: "entry" as const,
    id,
    title: id,
    phrases: [],
    support: [],
    threshold: undefined,
  };
  return { item, confidence: 0.5 };
}

function judged(
  expected: readonly string[],
  outcome: Outcome,
  answers: readonly string[],
  suggestions: readonly string[] = [],
  kind = "plain",
): Judged {
  const decision: Decision = {
    outcome,
    answers: answers.map(scored),
    suggestions: suggestions.map(scored),
    nearest: [],
  };
  return { row: { question: "?", expected, kind }, decision };
}

test("the figures are counted as they are defined", () => {
  const figures = figuresOf([
    judged(["a"], "answer", ["a"]),
    judged(["a", "b"], "answer", ["b"], ["c"]),
    judged(["a"], "answer", ["x"], ["a"]),
    judged(["a"], "suggest", [], ["x", "a"]),
    judged(["a"], "suggest", [], ["x", "y", "z", "a"]),
    judged([], "answer", ["a"]),
    judged([], "none", []),
    judged([], "smalltalk", ["hello"], [], "chitchat"),
    judged([], "suggest", [], ["a"], "chitchat"),
  ]);
  expect(figures).toEqual({
    rows: 9,
    directRight: 2 / 5,
    oneTap: 4 / 5,
    wrongDirect: 1 / 5,
    firstRight: 2 / 5,
    falseAnswer: 1 / 4,
    smalltalkRight: 1 / 2,
  });
});

test("a figure with nothing to measure it on is absent", () => {
  expect(figuresOf([judged(["a"], "answer", ["a"])])).toMatchObject({
    falseAnswer: undefined,
    smalltalkRight: undefined,
  });
});

test("a right suggestion in second place is a miss, silence out of scope is none", () => {
  expect(isMiss(judged(["a"], "suggest", [], ["x", "a"]))).toBe(true);
  expect(isMiss(judged([], "none", []))).toBe(false);
});
