import { expect, it } from "vitest";
import type { Edit } from "../../../../console/content/content-api.ts";
import { asNewEntry, fieldsOf, openedOf, typedInto } from "./opened.ts";
import { entryView, SAMPLE } from "../../../../../test/support/console/sample-content.ts";

const VIEW = entryView("why-max", {});

function edited(answer: string): Edit {
  const { id, fields } = VIEW;
  return { kind: "entry", id, before: fields, after: { ...fields, answer } };
}

function open(key: string, ...edits: readonly Edit[]) {
  const drafts = edits.map((edit) => ({ key, edit, changedAt: 1 }));
  return openedOf(key, SAMPLE, { drafts });
}

it.each([
  ["an entry", "entry:why-max", "why-max", "Так решила **{{organization}}**.\n\n- раз\n- два"],
  ["a side topic", "aside:thanks", "thanks", "Ответ thanks."],
  ["an entry that is not written yet", "new-entry:q1", undefined, ""],
])("opens %s as it is", (_what, key, id, answer) => {
  const opened = open(key);
  expect(opened).toMatchObject({ hasDraft: false });
  expect(opened?.view?.id).toBe(id);
  expect(opened === undefined ? undefined : fieldsOf(opened.edit).answer).toBe(answer);
});

it("opens what was typed rather than what is there, also where nothing is there any more", () => {
  expect(open("entry:why-max", edited("Иначе."))).toMatchObject({
    edit: edited("Иначе."),
    hasDraft: true,
    view: { id: "why-max" },
  });
  expect(open("entry:gone", edited("Иначе."))).toMatchObject({ hasDraft: true, view: undefined });
});

it.each(["entry:gone", "aside:why-max", "nonsense", ""])("knows no item «%s»", (key) => {
  expect(open(key)).toBeUndefined();
});

it("opens what was just saved until the content that has it is live", () => {
  const fields = { ...VIEW.fields, answer: "Сохранено." };
  const saved = { key: "entry:why-max", version: SAMPLE.version, fields };
  const opened = openedOf("entry:why-max", SAMPLE, { drafts: [], saved });
  expect(opened?.edit).toEqual({ kind: "entry", id: "why-max", before: fields, after: fields });
  const live = { ...SAMPLE, version: "2" };
  const next = openedOf("entry:why-max", live, { drafts: [], saved });
  expect(next === undefined ? undefined : fieldsOf(next.edit).answer).not.toBe("Сохранено.");
});

it("types into each kind of edit what it has", () => {
  expect(typedInto(edited("А."), { checked: "2026-11-01" })).toMatchObject({
    after: { answer: "А.", checked: "2026-11-01" },
  });
  const sideTopic = typedInto(
    { kind: "aside", id: "a", before: VIEW.fields, after: { phrases: ["а"], answer: "А." } },
    { answer: "Б.", question: "?", title: "Т", related: ["b"] },
  );
  expect(sideTopic).toEqual({
    kind: "aside",
    id: "a",
    before: VIEW.fields,
    after: { title: "Т", phrases: ["а"], answer: "Б.", related: ["b"] },
  });
  const entry: Edit = {
    kind: "new-entry",
    categoryId: "why",
    question: "",
    answer: "",
    phrases: [],
    from: { pool: "unanswered", questionId: "q" },
  };
  expect(typedInto(entry, { question: "Как?", button: "Нет" })).toEqual({
    ...entry,
    question: "Как?",
  });
});

it("keeps what was written of an entry that is gone as a new one", () => {
  expect(asNewEntry(edited("Моё."))).toEqual({
    kind: "new-entry",
    categoryId: "why",
    question: "Вопрос why-max?",
    answer: "Моё.",
    phrases: ["фраза why-max"],
  });
});
