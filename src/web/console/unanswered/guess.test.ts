import { describe, expect, it } from "vitest";
import type { CandidateExplanation } from "../../../search/explain.ts";
import { guessOf, nowInWords } from "./guess.tsx";

const candidate: CandidateExplanation = {
  kind: "entry",
  id: "no-smartphone",
  title: "Что делать, если нет смартфона?",
  confidence: 0.417,
  nearestPhrase: "кнопочный телефон",
  words: [
    { word: "дочка", weight: 0.4 },
    { word: "нокия", weight: 2.1 },
    { word: "школа", weight: -0.9 },
    { word: "как", weight: 0.01 },
  ],
};

describe("a guess", () => {
  it("names the words that speak for and against it, the strongest first", () => {
    expect(guessOf(candidate)).toEqual({
      id: "no-smartphone",
      title: "Что делать, если нет смартфона?",
      tag: undefined,
      percent: 42,
      nearest: "кнопочный телефон",
      wordsFor: ["нокия", "дочка"],
      wordsAgainst: ["школа"],
    });
  });

  it("says what it is where it is no entry", () => {
    expect(guessOf({ ...candidate, kind: "topic" })).toMatchObject({ tag: "тема" });
  });

  it("has no words where none weighs anything", () => {
    expect(guessOf({ ...candidate, words: [] })).toMatchObject({ wordsFor: [] });
  });
});

describe("what the bot does now", () => {
  const items = [{ id: "a", title: "Запись" }];
  it.each([
    ["answer", items, "✓ Сейчас бот отвечает: «Запись»"],
    ["suggest", items, "Сейчас бот предлагает на выбор: «Запись»"],
    ["none", [], "Сейчас бот говорит, что не знает ответа."],
    ["topic", [{ id: "code", title: "не приходит код" }], "✓ Сейчас бот отвечает: «не приходит код»"],
  ] as const)("is said of %s", (outcome, shown, said) => {
    expect(nowInWords({ outcome, items: shown })).toBe(said);
  });
});
