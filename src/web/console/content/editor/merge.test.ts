import { expect, it } from "vitest";
import { mergeSideTopic, mergeEntry } from "./merge.ts";
import { entryView } from "../../../../../test/support/console/sample-content.ts";

const BASE = entryView("a", { phrases: ["раз", "два", "три"], button: "Кнопка" }).fields;

it("takes from each side what it alone has changed, and mine where both have", () => {
  const mine = { ...BASE, answer: "Моё.", button: undefined, checked: "2026-11-01" };
  const theirs = { ...BASE, answer: "Их.", question: "Их вопрос?" };
  expect(mergeEntry(BASE, mine, theirs)).toEqual({
    ...BASE,
    answer: "Моё.",
    button: undefined,
    checked: "2026-11-01",
    question: "Их вопрос?",
  });
});

it.each([
  ["mine added and taken out", ["раз", "три", "моя"], ["раз", "два", "три"], ["раз", "три", "моя"]],
  ["theirs too", ["раз", "два", "три", "моя"], ["два", "три", "их"], ["два", "три", "их", "моя"]],
  [
    "both the same",
    ["раз", "два", "три", "обе"],
    ["раз", "два", "три", "обе"],
    ["раз", "два", "три", "обе"],
  ],
  [
    "changed by me, taken out by them",
    ["раз", "два иначе", "три"],
    ["раз", "три"],
    ["раз", "три", "два иначе"],
  ],
])("joins phrases: %s", (_what, mine, theirs, expected) => {
  const merged = mergeSideTopic(
    { answer: "О", phrases: BASE.phrases },
    { answer: "О", phrases: mine },
    { answer: "Их", phrases: theirs },
  );
  expect(merged).toEqual({ answer: "Их", phrases: expected });
});
