import { expect, it } from "vitest";
import type { Edit } from "../../../../console/content/content-api.ts";
import { differencesOf } from "./differences.ts";
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
