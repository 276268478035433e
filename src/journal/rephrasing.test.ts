import { expect, test } from "vitest";
import { question } from "../../test/support/journal/records.ts";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { atOnce } from "../search/steps.ts";
import type { AskedQuestion } from "./records.ts";
import { createRephrasing } from "./rephrasing.ts";

const isRephrasing = atOnce(createRephrasing(SMALL_FAQ));

function asked(text: string, at: number, given: Partial<AskedQuestion> = {}): AskedQuestion {
  return question(text, { text, at, ...given });
}

const LOST = { outcome: "answer", itemId: "lost-book" } as const;
const LUNCH = { outcome: "answer", itemId: "pay-lunch" } as const;

test.each<[boolean, string, string, string]>([
  [true, "где бассейн", "Бассейн где?", "the same words"],
  [true, "где расписание", "росписание где", "a typing error"],
  [true, "во сколько открывается бассейн", "открывается бассейн когда, подскажите", "no courtesies"],
  [false, "где бассейн", "где спортзал", "another word that tells"],
  [false, "где бассейн", "а где?", "nothing that tells"],
  [false, "нужна справка для бассейна", "а для секции нужна справка?", "a step further"],
  [true, "где бассейн", "а бассейн где", "no step, however it begins"],
])("%s: %j, then %j, is the same question again: %s", (expected, earlier, later) => {
  expect(isRephrasing(asked(later, 60_000), asked(earlier, 0))).toBe(expected);
});

test.each<[boolean, string, Partial<AskedQuestion>, string, Partial<AskedQuestion>, string]>([
  [true, "потеряли учебник по истории", LOST, "пропал учебник", LOST, "one answer for both"],
  [true, "учебник", { chosenEntryId: "lost-book" }, "пропал учебник", LOST, "the answer tapped"],
  [false, "потеряли куртку", LOST, "пропал рюкзак", LOST, "one answer, not a word in common"],
  [false, "обед в школе", LUNCH, "пропал обед из рюкзака", LOST, "another answer"],
])("%s: %j %j, then %j %j: %s", (expected, earlier, given, later, then) => {
  expect(isRephrasing(asked(later, 60_000, then), asked(earlier, 0, given))).toBe(expected);
});

test("nobody asks again before the reply can be read, and small talk is no question", () => {
  const [first, again] = [asked("где бассейн", 0), asked("где бассейн", 4_999)];
  expect(isRephrasing(again, first)).toBe(false);
  expect(isRephrasing({ ...again, at: 5_000 }, first)).toBe(true);
  const thanks = { at: 60_000, outcome: "smalltalk" } as const;
  expect(isRephrasing({ ...again, ...thanks }, first)).toBe(false);
  expect(isRephrasing({ ...again, at: 60_000 }, { ...first, outcome: "smalltalk" })).toBe(false);
});
