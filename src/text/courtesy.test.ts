import { expect, test, it } from "vitest";
import { withoutCourtesy, isFiller } from "./courtesy.ts";

const strip = (text: string) =>
  withoutCourtesy(text.split(" ").map((word) => ({ text: word })))
    .map(({ text }) => text)
    .join(" ");

test.each([
  ["здравствуйте подскажите пожалуйста как выйти из чата", "как выйти из чата", "at the beginning"],
  ["как выйти из чата заранее спасибо", "как выйти из чата", "at the end"],
  ["как выйти из чата подскажите пожалуйста если можно", "как выйти из чата если можно", "inside"],
  ["добрый день", "добрый день", "nothing but a greeting stays"],
  ["спасибо большое", "спасибо большое", "nothing but thanks stays"],
  ["добрый человек нашелся", "добрый человек нашелся", "the beginning of an expression is none"],
])("%j becomes %j: %s", (text, expected) => {
  expect(strip(text)).toBe(expected);
});

it.each([
  ["а как же", true, "function words only"],
  ["Подскажите, пожалуйста!", true, "one courtesy"],
  ["добрый день, а когда?", true, "a courtesy and function words"],
  ["ещё раз", true, "ё and е are one"],
  ["👍", true, "no words at all"],
  ["как быть с чатом", false, "a word of the subject"],
  ["спасибо за чат", false, "a courtesy around a word of the subject"],
  ["макс", false, "one word of the subject"],
  ["is it so?", true, "English ones too"],
  ["почему это нужно?", true, "question words and pronouns"],
  ["да", false, "an answer in one word"],
])("%j: %j (%s)", (text, expected) => {
  expect(isFiller(text)).toBe(expected);
});
