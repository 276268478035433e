import { expect, test } from "vitest";
import { foldPhrase, normalise } from "./normalise.ts";

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
  ["кно\u0301почный йо\u0300д", "кнопочный йод", "stress marks come from dictionaries"],
  ["2️⃣ чата", "2  чата", "a keycap is its digit"],
])("%j becomes %j: %s", (typed, expected) => {
  expect(normalise(typed).trimEnd()).toBe(expected.trimEnd());
});

test.each([
  ["Ещё раз, пожалуйста!", "еще раз пожалуйста", "case, ё and punctuation say nothing"],
  ["  ❤️ ", "❤", "a heart is one with and without its colour"],
  ["👍🏽", "👍", "a thumb is one whatever its skin"],
  ["👍 👍👍", "👍", "signs are said once"],
  [")))", ")", "and so are smiles"],
  ["?!", "?!", "two signs are two"],
  ["🇷🇺🇷🇺", "🇷🇺", "a flag is one sign"],
  ["🤷🏻‍♀️ 🤷‍♀️", "🤷♀", "and so is what is joined"],
  ["\ufe0f🏽", "", "no sign is left of a skin alone"],
  ["\u200b", "", "nothing is left of nothing"],
])("the phrase %j is folded to %j: %s", (typed, expected) => {
  expect(foldPhrase(typed)).toBe(expected);
});
