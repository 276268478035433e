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

test.each([
  ["выносить", "вносить"],
  ["выностить", "вносить"],
  ["вывести", "ввести"],
  ["выключить", "включить"],
  ["разблокировать", "заблокировать"],
  ["отключить", "подключить"],
  ["обходит", "отходит"],
  ["остановить", "установить"],
])("%j is not taken for %j, of which only the prefix differs", (typed, known) => {
  expect(atOnce(createSpeller(new Map([[known, 1]]))).fix(typed)).toBeUndefined();
});

test.each([
  ["вностить", "вносить", "a slip in the root"],
  ["потключить", "подключить", "the prefix as it sounds"],
  ["поключить", "подключить", "a letter of it left out"],
  ["преложение", "приложение", "as many write it"],
  ["расбирать", "разбирать", "for the other that sounds so"],
])("%j was meant as %j, prefix and all: %s", (typed, meant) => {
  expect(atOnce(createSpeller(new Map([[meant, 1]]))).fix(typed)).toBe(meant);
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
