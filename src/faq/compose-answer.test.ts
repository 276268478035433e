import { expect, it } from "vitest";
import { htmlOf, plainOf } from "../markup/rich-text.ts";
import { composeAnswer } from "./compose-answer.ts";

const QUESTION = {
  question: "Как?",
  answer: "**Так** & так",
  source: undefined,
  checked: undefined,
};

it("puts the question above the answer", () => {
  expect(htmlOf(composeAnswer(QUESTION))).toBe("<b>Как?</b>\n\n<b>Так</b> &amp; так");
});

it("puts the source and the date below it", () => {
  const source = { title: "Закон", url: "https://max.ru/a?b=1&c" };
  expect(htmlOf(composeAnswer({ ...QUESTION, answer: "Так", source, checked: "2025-09-05" }))).toBe(
    '<b>Как?</b>\n\nТак\n\nИсточник: <a href="https://max.ru/a?b=1&amp;c">Закон</a>\nПроверено: 5 сентября 2025 г.',
  );
});

it("names a source without an address as plain text", () => {
  const text = composeAnswer({ ...QUESTION, source: { title: "Приказ", url: undefined } });
  expect(plainOf(text)).toBe("Как?\n\nТак & так\n\nИсточник: Приказ");
});
