import { expect, test } from "vitest";
import { decide, type Scored } from "./decide.ts";
import type { ItemKind } from "./items.ts";

const SETTINGS = { answerThreshold: 0.5, suggestThreshold: 0.1 };

function scored(kind: ItemKind, id: string, confidence: number, threshold?: number): Scored {
  return { item: { kind, id, title: id, phrases: [], support: [], threshold }, confidence };
}

test.each<[string, readonly Scored[], string, readonly string[], readonly string[]]>([
  ["nothing", [], "none", [], []],
  ["a sure entry", [scored("entry", "a", 0.8)], "answer", ["a"], []],
  ["an unsure entry", [scored("entry", "a", 0.4)], "suggest", [], ["a"]],
  ["a hopeless entry", [scored("entry", "a", 0.05)], "none", [], []],
  [
    "two entries that are nearly as likely",
    [scored("entry", "a", 0.55), scored("entry", "b", 0.5)],
    "suggest",
    [],
    ["a", "b"],
  ],
  ["an entry below its own threshold", [scored("entry", "a", 0.8, 0.9)], "suggest", [], ["a"]],
  ["a topic far before an entry", [scored("topic", "t", 0.7), scored("entry", "a", 0.3)], "topic", ["t"], ["a"]],
  [
    "a topic before an entry that is more than half as likely",
    [scored("topic", "t", 0.5), scored("entry", "a", 0.3)],
    "suggest",
    [],
    ["a"],
  ],
  [
    "small talk of two kinds that are likely together",
    [scored("smalltalk", "x", 0.2), scored("smalltalk", "y", 0.15)],
    "smalltalk",
    ["x"],
    [],
  ],
  [
    "more entries than are offered",
    ["a", "b", "c", "d"].map((id) => scored("entry", id, 0.2)),
    "suggest",
    [],
    ["a", "b", "c"],
  ],
])("%s", (_why, ranked, outcome, answers, suggestions) => {
  const decision = decide(ranked, SETTINGS);
  expect(decision.outcome).toBe(outcome);
  expect(decision.answers.map(({ item }) => item.id)).toEqual(answers);
  expect(decision.suggestions.map(({ item }) => item.id)).toEqual(suggestions);
});
