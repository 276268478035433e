import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { Compare, CompareResult } from "../../../console/try/try-api.ts";
import type { Edit, TitledReply } from "../../../console/content/content-api.ts";
import { createComparison, MOST_QUESTIONS, pastedQuestions } from "./comparison.ts";

const lunch: TitledReply = { outcome: "answer", ids: ["lunch"], titles: ["Что на обед?"] };
const none: TitledReply = { outcome: "none", ids: [], titles: [] };
const EDIT: Edit = { kind: "new-entry", categoryId: "a", question: "Б?", answer: "В", phrases: [] };

function open(result: CompareResult, unsaved: readonly Edit[] = [EDIT]) {
  const asked: Compare[] = [];
  const edits = signal(unsaved);
  const liveVersion = signal<string | undefined>("v1");
  const comparison = createComparison({
    compare: async (body) => {
      asked.push(body);
      return { kind: "ok", value: result };
    },
    edits,
    liveVersion,
  });
  return { comparison, asked, edits, liveVersion };
}

const COMPARED: CompareResult = {
  kind: "compared",
  questions: 2,
  changes: [{ weight: "new-answer", before: none, after: lunch, questions: ["чем кормят"] }],
  replies: [
    { question: "меню", before: lunch, after: lunch },
    { question: "чем кормят", before: none, after: lunch },
  ],
};

describe("the comparison of a list", () => {
  it("asks the pasted questions of the draft and shows what changes", async () => {
    const { comparison, asked } = open(COMPARED);
    comparison.text.value = "меню\nчем кормят";
    await comparison.run();
    expect(asked).toEqual([{ edits: [EDIT], questions: ["меню", "чем кормят"] }]);
    expect(comparison.outcome.value).toMatchObject({ questions: 2, changed: 1, hasDraft: true });
    expect(comparison.shown.value).toHaveLength(2);
    comparison.isOnlyChanged.value = true;
    expect(comparison.shown.value.map(({ question }) => question)).toEqual(["чем кормят"]);
  });

  it("shows every answer once the draft is gone, though only changes were wanted of it", async () => {
    const { comparison, edits } = open(COMPARED);
    comparison.text.value = "меню\nчем кормят";
    comparison.isOnlyChanged.value = true;
    await comparison.run();
    expect(comparison.shown.value).toHaveLength(1);
    edits.value = [];
    await comparison.run();
    expect(comparison.shown.value).toHaveLength(2);
  });

  it("takes the questions of the journal where they are wanted", async () => {
    const { comparison, asked } = open(COMPARED);
    comparison.source.value = "journal";
    await comparison.run();
    expect(asked).toEqual([{ edits: [EDIT], questions: undefined }]);
  });

  it("asks nothing for an empty list", async () => {
    const { comparison, asked } = open(COMPARED);
    await comparison.run();
    expect(asked).toEqual([]);
    expect(comparison.fault.value?.title).toBe("Вставьте хотя бы один вопрос.");
  });

  it("is outdated once the draft is another one, not where it was only read anew", async () => {
    const { comparison, edits } = open(COMPARED);
    comparison.text.value = "меню";
    await comparison.run();
    edits.value = [{ ...EDIT }];
    expect(comparison.isOutdated.value).toBe(false);
    edits.value = [EDIT, EDIT];
    expect(comparison.isOutdated.value).toBe(true);
  });

  it("is outdated once the content is another one", async () => {
    const { comparison, liveVersion } = open(COMPARED);
    comparison.text.value = "меню";
    await comparison.run();
    expect(comparison.isOutdated.value).toBe(false);
    liveVersion.value = "v2";
    expect(comparison.isOutdated.value).toBe(true);
  });

  it("is not outdated where the content was unknown while it was compared", async () => {
    const { comparison, liveVersion } = open(COMPARED);
    liveVersion.value = undefined;
    comparison.text.value = "меню";
    await comparison.run();
    liveVersion.value = "v1";
    expect(comparison.isOutdated.value).toBe(false);
  });

  it("says what is wrong with a draft and keeps what was compared before", async () => {
    const { comparison } = open({ kind: "unfit", lines: ["нет ответа"], edit: 0 });
    comparison.text.value = "меню";
    await comparison.run();
    expect(comparison.fault.value?.lines).toEqual(["нет ответа"]);
    expect(comparison.fault.value?.draft).toEqual({ edit: EDIT });
    expect(comparison.outcome.value).toBeUndefined();
  });
});

describe("a pasted list of questions", () => {
  it.each([
    ["а\nб", ["а", "б"], "a line each"],
    ["а\r\n\r\n  б  \n", ["а", "б"], "empty lines and spaces aside"],
    ["1. а\n2) б\n- в\n• г", ["а", "б", "в", "г"], "without the marks of a list"],
    ["5 класс уходит?\n-1 балл", ["5 класс уходит?", "-1 балл"], "a number may belong to it"],
    ["а\nб\nа", ["а", "б"], "each once"],
    ["", [], "nothing"],
  ])("%j is %j: %s", (text, questions) => {
    expect(pastedQuestions(text)).toEqual({ questions, leftOut: 0 });
  });

  it("is cut at what the server takes", () => {
    const text = Array.from({ length: MOST_QUESTIONS + 2 }, (_, n) => `вопрос № ${n}`).join("\n");
    const { questions, leftOut } = pastedQuestions(text);
    expect([questions.length, leftOut]).toEqual([MOST_QUESTIONS, 2]);
  });
});
