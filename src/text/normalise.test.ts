import { expect, test } from "vitest";
import { normalise } from "./normalise.ts";

test.each([
  ["МАКС", "макс", "case says nothing"],
  ["Ещё", "еще", "hardly anybody types ё"],
  ["чи\u0306", "чй", "й may come as и and a breve"],
  ["мак\u200bс", "макс", "zero-width spaces come with pasted text"],
  ["пере\u00adнос", "перенос", "so do soft hyphens"],
  ["ｍａｘ", "max", "full-width letters are letters"],
  ["нееееет", "нет", "stretched for emphasis"],
  ["длинный", "длинный", "Russian doubles letters"],
  ["спасибо👍🏽!", "спасибо  !", "emoji part words"],
  ["2️⃣ чата", "2  чата", "a keycap is its digit"],
])("%j becomes %j: %s", (typed, expected) => {
  expect(normalise(typed).trimEnd()).toBe(expected.trimEnd());
});
