import { expect, test } from "vitest";
import type { Conflict, Edit } from "../content/content-api.ts";
import { applyEdits } from "./apply-edits.ts";
import { createDraftContents } from "./draft-contents.ts";

const TEXT = `organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }]
entries:
  - { id: lunch, category: all, question: Что на обед?, phrases: [чем кормят], answer: Суп. }
`;

function draftOf(question: string, answer = "Да.") {
  const edit: Edit = { kind: "new-entry", categoryId: "all", question, answer, phrases: [] };
  return { text: TEXT, edits: [edit] };
}

test("a draft is built once as long as it is tried, and the least used is forgotten", () => {
  const contentOf = createDraftContents(applyEdits);
  const first = contentOf(draftOf("Где буфет?"));
  const second = contentOf(draftOf("Где спортзал?"));
  contentOf({ text: TEXT, edits: [] });
  expect(contentOf(draftOf("Где буфет?"))).toBe(first);
  contentOf(draftOf("Где гардероб?"));
  expect(contentOf(draftOf("Где буфет?"))).toBe(first);
  expect(contentOf(draftOf("Где спортзал?"))).not.toBe(second);
});

test("a draft that breaks the content says how, in sentences", () => {
  const contentOf = createDraftContents(applyEdits);
  expect(contentOf(draftOf("Где буфет?", "а".repeat(5_000)))).toEqual({
    kind: "unfit",
    edit: 0,
    lines: [expect.stringMatching(/^Ответ не поместится в сообщение MAX.*\.$/u)],
  });
});

test("of several changes the one that breaks the content is named, where one of them does alone", () => {
  const contentOf = createDraftContents(applyEdits);
  const [good] = draftOf("Где буфет?").edits;
  const [bad] = draftOf("Где спортзал?", "а".repeat(5_000)).edits;
  const [same] = draftOf("Где буфет?", "Нет.").edits;
  if (good === undefined || bad === undefined || same === undefined) throw new Error("No edit");
  expect(contentOf({ text: TEXT, edits: [good, bad] })).toMatchObject({ kind: "unfit", edit: 1 });
  expect(contentOf({ text: TEXT, edits: [good, same] })).toMatchObject({ kind: "unfit", edit: 1 });
});

test("a conflict of the edits is the outcome", () => {
  const conflict: Conflict = { kind: "conflict", message: "Файл изменился.", theirs: undefined };
  expect(createDraftContents(() => conflict)(draftOf("Где буфет?"))).toBe(conflict);
});
