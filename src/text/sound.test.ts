import { expect, test } from "vitest";
import { soundOf } from "./sound.ts";

test.each([
  ["пачиму", "почему", "unstressed vowels"],
  ["зделать", "сделать", "voicing"],
  ["учитца", "учиться", "тся"],
  ["бес", "без", "the end of a word is voiceless"],
  ["класный", "классный", "doubled letters"],
  ["здраствуйте", "здравствуйте", "a silent letter"],
  ["щас", "щас", "the same word"],
])("%j sounds like %j: %s", (typed, meant) => {
  expect(soundOf(typed)).toBe(soundOf(meant));
});

test.each([
  ["чат", "час"],
  ["макс", "мука"],
  ["перенос", "переход"],
])("%j does not sound like %j", (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other));
});
