import { expect, it } from "vitest";
import type { Edit } from "../../../../console/content/content-api.ts";
import { onTopOf } from "./conflict.ts";
import { entryView } from "../../../../../test/support/console/sample-content.ts";

const BEFORE = entryView("a", { phrases: ["раз", "два"] }).fields;

function edited(changed: Partial<typeof BEFORE>): Edit {
  return { kind: "entry", id: "a", before: BEFORE, after: { ...BEFORE, ...changed } };
}

it("puts my changes on top of theirs, which are what is compared with from then on", () => {
  const theirs = { ...BEFORE, question: "Их вопрос?" };
  expect(onTopOf(edited({ answer: "Моё." }), theirs)).toEqual({
    kind: "entry",
    id: "a",
    before: theirs,
    after: { ...theirs, answer: "Моё." },
  });
});

const BASE = entryView("a", { phrases: ["раз", "два", "три"], button: "Кнопка" }).fields;

it("takes from each side what it alone has changed, and mine where both have", () => {
  const mine = { ...BASE, answer: "Моё.", button: undefined, checked: "2026-11-01" };
  const theirs = { ...BASE, answer: "Их.", question: "Их вопрос?" };
  expect(onTopOf({ kind: "entry", id: "a", before: BASE, after: mine }, theirs)).toEqual({
    kind: "entry",
    id: "a",
    before: theirs,
    after: {
      ...BASE,
      answer: "Моё.",
      button: undefined,
      checked: "2026-11-01",
      question: "Их вопрос?",
    },
  });
});

it.each([
  ["mine added and taken out", ["раз", "три", "моя"], ["раз", "два", "три"], ["раз", "три", "моя"]],
  ["theirs too", ["раз", "два", "три", "моя"], ["два", "три", "их"], ["два", "три", "их", "моя"]],
  ["both the same", ["раз", "два", "три", "обе"], ["раз", "два", "три", "обе"], ["раз", "два", "три", "обе"]],
  ["changed by me, taken out by them", ["раз", "два иначе", "три"], ["раз", "три"], ["раз", "три", "два иначе"]],
])("joins phrases: %s", (_what, mine, theirs, expected) => {
  const before = { answer: "О", phrases: BASE.phrases };
  const edit: Edit = { kind: "aside", id: "a", before, after: { answer: "О", phrases: mine } };
  expect(onTopOf(edit, { answer: "Их", phrases: theirs })).toMatchObject({
    after: { answer: "Их", phrases: expected },
  });
});
