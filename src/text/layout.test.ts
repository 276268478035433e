import { expect, test } from "vitest";
import { retypeInLatin, retypeInRussian } from "./layout.ts";

test.each([
  ["pfxtv", "зачем"],
  ["gtht[jl", "переход"],
  ["j,zpfntkmyj", "обязательно"],
  ["'rpfvty", "экзамен"],
  ["`krf", "елка"],
])("%j on a Latin layout was meant as %j", (typed, meant) => {
  expect(retypeInRussian(typed)).toBe(meant);
});

test.each([
  ["еудупкфь", "telegram"],
  ["ьфч", "max"],
  ["цруку", "where"],
])("%j on the Russian layout was meant as %j", (typed, meant) => {
  expect(retypeInLatin(typed)).toBe(meant);
});
