import { expect, test } from "vitest";
import { withoutCourtesy } from "./courtesy.ts";

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
