import { expect, test } from "vitest";
import { cutQuestion, isCutQuestion } from "./cut-question.ts";

const STORY = "как мы переходили в новый чат ".repeat(40);

test("what people ask is kept whole", () => {
  expect(cutQuestion("а".repeat(500))).toBe("а".repeat(500));
  expect(cutQuestion(" как войти? ")).toBe(" как войти? ");
});

test("a story is kept up to the end of a word, with an ellipsis", () => {
  const kept = cutQuestion(STORY);
  expect(kept.length).toBeLessThanOrEqual(500);
  expect(kept.length).toBeGreaterThan(480);
  expect(STORY.startsWith(`${kept.slice(0, -1)} `)).toBe(true);
  expect(kept).toMatch(/\p{L}…$/u);
});

test.each([
  ["одноБуквенное".repeat(100), "no word in it ends"],
  [`${"слово ".repeat(10)}${"ж".repeat(4_000)}`, "the last word is longer than words are"],
  [`а${"🙂".repeat(1_000)}`, "an emoji stands at the cut"],
  [" ".repeat(4_000), "spaces alone"],
])("it is never longer, and valid text: %#", (text) => {
  const kept = cutQuestion(text);
  expect(kept.length).toBeLessThanOrEqual(500);
  expect(kept).toMatch(/…$/u);
  expect(encodeURIComponent(kept)).not.toBe("");
});

test("what was cut can be told from what was not, and is not cut again", () => {
  const kept = cutQuestion(STORY);
  expect(isCutQuestion(kept)).toBe(true);
  expect(cutQuestion(kept)).toBe(kept);
  expect(isCutQuestion("а если…")).toBe(false);
  expect(isCutQuestion("а".repeat(500))).toBe(false);
});
