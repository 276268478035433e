import { expect, test } from "vitest";
import { slipsBetween } from "./slip.ts";

test.each([
  ["почиму", "почему", 0.4, "letters that sound alike"],
  ["почмеу", "почему", 0.6, "letters swapped"],
  ["телегграм", "телеграм", 0.3, "a letter doubled"],
  ["болше", "больше", 0.3, "a soft sign missing"],
  ["устанвка", "установка", 0.7, "a vowel missing"],
  ["пртал", "портал", 0.7, "a vowel missing after the first letter"],
  ["ватсап", "ватсап", 0, "the same word"],
  ["фирма", "форма", 1, "another vowel makes another word"],
  ["вина", "винда", 1, "a consonant more"],
  ["беда", "обеда", 1.4, "another first letter"],
])("%j, %j: %d slips: %s", (typed, meant, slips) => {
  expect(slipsBetween(typed, meant)).toBeCloseTo(slips, 5);
});

test.each([
  ["почиму", "почему", 1, 0.4],
  ["почмеу", "почему", 0.6, 0.6],
  ["борщ", "телефон", 1, Infinity],
  ["ябчик", "телеграм", 2, Infinity],
])("%j, %j: counting ends beyond %d: %d", (typed, meant, most, slips) => {
  expect(slipsBetween(typed, meant, most)).toBeCloseTo(slips, 5);
});
