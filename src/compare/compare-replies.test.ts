import { expect, it } from "vitest";
import type { Decision, Scored } from "../search/decide.ts";
import type { Matcher } from "../search/matcher.ts";
import { compareReplies } from "./compare-replies.ts";

/** "answer a", "suggest a b", "topic t", "none" */
type Said = string;

function matcher(replies: Readonly<Record<string, Said>>): Matcher {
  return {
    decide: (question) => decisionOf(replies[question] ?? "none"),
    explain: () => {
      throw new Error("Nobody asks why");
    },
    relatedTo: () => [],
  };
}

function decisionOf(said: Said): Decision {
  const [outcome = "none", ...ids] = said.split(" ");
  const scored = ids.map((id): Scored => ({
    item: { kind: "entry", id, title: id, phrases: [], support: [], threshold: undefined },
    confidence: 0.5,
  }));
  switch (outcome) {
    case "answer":
    case "topic":
      return { outcome, answers: scored, suggestions: [], nearest: [] };
    case "suggest":
      return { outcome, answers: [], suggestions: scored, nearest: [] };
  }
  return { outcome: "none", answers: [], suggestions: [], nearest: [] };
}

function compare(
  before: Readonly<Record<string, Said>>,
  after: Readonly<Record<string, Said>>,
  newIds: ReadonlyMap<string, string> = new Map(),
) {
  const questions = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return compareReplies(questions, { before: matcher(before), after: matcher(after), newIds });
}

it.each([
  ["the same answer", "answer a", "answer a", []],
  ["another answer", "answer a", "answer b", ["other-answer"]],
  ["one answer of two", "answer a b", "answer a", ["other-answer"]],
  ["an answer lost to a choice", "answer a", "suggest a b", ["lost-answer"]],
  ["an answer lost to a topic", "answer a", "topic t", ["lost-answer"]],
  ["an answer out of silence", "none", "answer a", ["new-answer"]],
  ["another topic", "topic t", "topic u", ["minor"]],
  ["a choice that begins otherwise", "suggest a b", "suggest b a", ["minor"]],
  ["a choice with another second", "suggest a b", "suggest a c", []],
])("weighs %s: %s → %s", (_what, before, after, expected) => {
  expect(compare({ q: before }, { q: after }).map(({ weight }) => weight)).toEqual(expected);
});

it("groups questions that change alike, most important and then largest first", () => {
  const groups = compare(
    { a: "none", b: "none", c: "answer x", d: "topic t", e: "answer x", f: "none" },
    { a: "answer y", b: "answer x", c: "answer y", d: "none", e: "none", f: "answer x" },
  );
  expect(groups.map(({ weight, questions }) => [weight, questions.join("")])).toEqual([
    ["other-answer", "c"],
    ["lost-answer", "e"],
    ["new-answer", "bf"],
    ["new-answer", "a"],
    ["minor", "d"],
  ]);
});

it("takes an item under a new id for the same", () => {
  const newIds = new Map([["a", "b"]]);
  expect(compare({ q: "answer a" }, { q: "answer b" }, newIds)).toEqual([]);
});
