import { expect, it } from "vitest";
import { isFiller } from "./filler.ts";

it.each([
  ["а как же", true, "function words only"],
  ["Подскажите, пожалуйста!", true, "one courtesy"],
  ["добрый день, а когда?", true, "a courtesy and function words"],
  ["ещё раз", true, "ё and е are one"],
  ["👍", true, "no words at all"],
  ["как быть с чатом", false, "a word of the subject"],
  ["спасибо за чат", false, "a courtesy around a word of the subject"],
  ["макс", false, "one word of the subject"],
])("%j: %j (%s)", (text, expected) => {
  expect(isFiller(text)).toBe(expected);
});
