import { expect, test } from "vitest";
import { readTranslit } from "./translit.ts";

test.each([
  ["zachem", "зачем"],
  ["4to", "что"],
  ["6kola", "школа"],
  ["wkola", "школа"],
  ["shkola", "школа"],
  ["eshche", "еще"],
  ["esche", "еще"],
  ["chaty", "чаты"],
  ["objazatelno", "обязателно"],
  ["obyazatel'no", "обязательно"],
  ["eto", "это"],
  ["hochu", "хочу"],
  ["uzhe", "уже"],
  ["moi", "мой"],
])("%j can be read as %j", (typed, meant) => {
  expect(readTranslit(typed)).toContain(meant);
});

test("the readings of a long word stay few", () => {
  expect(readTranslit("ya".repeat(500)).length).toBeLessThanOrEqual(48);
});
