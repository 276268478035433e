import { expect, test } from "vitest";
import { createSpeller } from "./spelling.ts";

const speller = createSpeller(
  new Map([
    ["почему", 9],
    ["телеграм", 5],
    ["безопасно", 4],
    ["перенос", 4],
    ["перевод", 1],
    ["чат", 20],
    ["компьютер", 3],
  ]),
);

test.each([
  ["почмеу", "почему", "letters swapped"],
  ["телерам", "телеграм", "a letter missing"],
  ["телегграм", "телеграм", "a letter doubled"],
  ["бизапасна", "безопасно", "as it sounds"],
  ["кмопьютер", "компьютер", "swapped at the beginning"],
  ["периноз", "перенос", "two slips in a long word, by sound"],
])("%j was meant as %j: %s", (typed, meant) => {
  expect(speller.fix(typed)).toBe(meant);
});

test.each([
  ["чаи", "too short to tell"],
  ["борщ", "nothing known is near"],
  ["компот", "too far from компьютер"],
  ["переносица4", "digits are no slips"],
  ["ы".repeat(500), "nobody's word"],
])("%j is left alone: %s", (typed) => {
  expect(speller.fix(typed)).toBeUndefined();
});
