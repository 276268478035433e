import { describe, expect, it } from "vitest";
import { MOST_QUESTIONS, pastedQuestions } from "./comparison.ts";

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
