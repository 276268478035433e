import { describe, expect, it } from "vitest";
import { parseCases } from "./parse-cases.ts";
import { wordProblem } from "./problems/word-problem.ts";

const IDS = ["why-max", "must-install"];

const CASES = `cases:
  - expect: why-max
    questions:
      - зачем макс
      - почему max
  - expect: [why-max, none]
    questions: [ну и зачем]
`;

function problemsOf(text: string): readonly string[] {
  return parseCases(text, IDS).problems.map(({ code, place }) =>
    place === undefined ? code : `${code} ${place.line}:${place.column}`,
  );
}

it("reads the questions with what is expected and where they stand", () => {
  const place = (line: number, column: number, length: number) => ({ line, column, length });
  expect(parseCases(CASES, IDS)).toEqual({
    cases: [
      { question: "зачем макс", expected: ["why-max"], place: place(4, 9, 10) },
      { question: "почему max", expected: ["why-max"], place: place(5, 9, 10) },
      { question: "ну и зачем", expected: ["why-max", "none"], place: place(7, 17, 10) },
    ],
    turns: [],
    problems: [],
  });
});

const TALK = `${CASES}conversations:
  - - question: почему макс
      expect: why-max
    - question: а если не хочу?
      expect: [must-install, none]
  - - { question: подробнее, expect: why-mux }
`;

it("reads conversations, each turn with those before it", () => {
  const { turns, problems } = parseCases(TALK, IDS);
  expect(turns).toMatchObject([
    { question: "почему макс", expected: ["why-max"], before: [], place: { line: 9 } },
    { question: "а если не хочу?", before: ["почему макс"], place: { line: 11 } },
    { question: "подробнее", before: [] },
  ]);
  expect(problems).toMatchObject([{ code: "unknown-expected", place: { line: 13 } }]);
});

describe("one mistake, one problem, at its place", () => {
  const broken = (part: string, replacement: string) => {
    expect(CASES).toContain(part);
    return CASES.replace(part, replacement);
  };

  it.each([
    ["an id that does not exist", "expect: why-max", "expect: why-mux", ["unknown-expected 2:13"]],
    ["in a list too", "[why-max, none]", "[why-max, non]", ["unknown-expected 6:23"]],
    ["a mistyped key", "questions:", "question:", ["missing-key 2:5", "unknown-key 3:5"]],
    ["nothing expected", "expect: why-max", "expect:", ["empty-value 2:5"]],
    ["a number", "expect: why-max", "expect: 5", ["needs-quotes 2:13"]],
    ["a number in a list", "[why-max, none]", "[why-max, 5]", ["needs-quotes 6:23"]],
    ["an empty list of ids", "[why-max, none]", "[]", ["empty-list 6:13"]],
    ["keys instead of ids", "[why-max, none]", "{ id: a }", ["text-became-mapping 6:13"]],
    ["no questions", "[ну и зачем]", "[]", ["empty-list 7:16"]],
    ["a question with a colon", "- зачем макс", "- зачем: макс", ["text-became-mapping 4:9"]],
    ["a question twice", "почему max", "Зачем макс?", ["repeated-case 5:9"]],
    ["a placeholder", "почему max", '"{{contact}}"', ["misplaced-placeholder 5:10"]],
    ["a tab", "  - expect", "\t- expect", ["syntax 2:1", "syntax 6:1"]],
  ])("%s", (_name, part, replacement, expected) => {
    expect(problemsOf(broken(part, replacement))).toEqual(expected);
  });

  it.each([
    ["nothing", "", ["empty-file"]],
    ["a list", "- зачем макс", ["wrong-root 1:1"]],
    ["no cases", "cases: []", ["empty-list 1:8"]],
  ])("%s", (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});

it("says which id was meant, and that the file needs its key", () => {
  const wordOf = (text: string) => {
    const [first] = parseCases(text, IDS).problems;
    return first && wordProblem(first);
  };
  expect(wordOf("cases: [{ expect: why-mux, questions: [а] }]")).toBe(
    "«why-mux» — не id вопроса, темы или разговора (может быть, «why-max»?). Исправьте; если бот не должен отвечать, напишите none",
  );
  expect(wordOf("")).toBe("файл пуст. Нужен ключ cases");
  expect(wordOf("[]")).toBe("файл должен начинаться с ключа cases, а здесь список. Проверьте, тот ли это файл");
});

it("keeps the cases that can be read beside those that cannot, and asks no ids of an unknown FAQ", () => {
  expect(parseCases(CASES.replace("- зачем макс", "- 5"), undefined).cases).toHaveLength(2);
  expect(parseCases(CASES, undefined).problems).toEqual([]);
});
