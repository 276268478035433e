import { expect, test } from "vitest";
import { atOnce } from "../search/steps.ts";
import { createSpeller, createNearWords } from "./spelling.ts";

const speller = atOnce(
  createSpeller(
    new Map([
      ["почему", 9],
      ["телеграм", 5],
      ["безопасно", 4],
      ["перенос", 4],
      ["перевод", 1],
      ["чат", 20],
      ["компьютер", 3],
    ]),
  ),
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

const near = atOnce(createNearWords(["почему", "телефон", "телеграм", "переносятся", "чат"]));

test.each([
  ["пачиму", "почему", "the same sounds"],
  ["телефн", "телефон", "a sound missing"],
  ["телерфон", "телефон", "a sound too many"],
  ["телевон", "телефон", "a wrong sound"],
  ["теелграм", "телеграм", "sounds swapped"],
  ["пиренсятся", "переносятся", "a sound missing beside others that sound alike"],
])("%j is within reach of %j: %s", (word, known) => {
  expect([...near(word)]).toContain(known);
});

test.each(["борщ", "компьютер", "чатик", ""])("%j is within reach of nothing", (word) => {
  expect([...near(word)]).toEqual([]);
});
