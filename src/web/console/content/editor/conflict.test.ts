import { expect, it } from "vitest";
import type { Edit } from "../../../../console/content/content-api.ts";
import { differencesOf, onTopOf } from "./conflict.ts";
import { entryView, SAMPLE } from "../../../../../test/support/console/sample-content.ts";

const BEFORE = entryView("a", { phrases: ["раз", "два"] }).fields;

function edited(changed: Partial<typeof BEFORE>): Edit {
  return { kind: "entry", id: "a", before: BEFORE, after: { ...BEFORE, ...changed } };
}

it("tells in words where the file and the draft differ, and of phrases only which", () => {
  const theirs = {
    ...BEFORE,
    categoryId: "transfer",
    related: ["why-max"],
    phrases: ["раз", "два", "их"],
    checked: "2025-09-15",
  };
  const edit = edited({ button: "Моё", phrases: ["раз", "моя"] });
  expect(differencesOf(edit, theirs, SAMPLE)).toEqual([
    { title: "Кнопка", theirs: "", mine: "Моё", isMine: true },
    { title: "Фразы", theirs: "два\nих", mine: "моя", isMine: true },
    { title: "Раздел", theirs: "Перенос", mine: "Почему MAX", isMine: false },
    {
      title: "Похожие вопросы",
      theirs: "Почему школа выбрала MAX?",
      mine: "подбирает бот",
      isMine: false,
    },
    { title: "Проверено", theirs: "15.09.2025", mine: "", isMine: false },
  ]);
});

it("does not count spaces at the ends", () => {
  const draft = edited({ answer: "Иначе. " });
  expect(differencesOf(draft, { ...BEFORE, answer: "Иначе.\n" }, SAMPLE)).toEqual([]);
});

it("compares sideTopics by what they have", () => {
  const before = { answer: "А", phrases: ["а"] };
  const edit: Edit = { kind: "aside", id: "x", before, after: { ...before, answer: "Моё" } };
  expect(differencesOf(edit, { ...before, answer: "Их" }, SAMPLE)).toEqual([
    { title: "Ответ", theirs: "Их", mine: "Моё", isMine: true },
  ]);
});

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
  const before = { answer: "О", phrases: BASE.phrases };
  const edit: Edit = { kind: "aside", id: "a", before, after: { answer: "О", phrases: mine } };
  expect(onTopOf(edit, { answer: "Их", phrases: theirs })).toMatchObject({
    after: { answer: "Их", phrases: expected },
  });
});
