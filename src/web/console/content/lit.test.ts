import { expect, it } from "vitest";
import { partsOf, snippetOf, type Part, type Range } from "./lit.tsx";

function shown(parts: readonly Part[]): string {
  return parts.map(({ text, isLit }) => (isLit ? `[${text}]` : text)).join("");
}

it.each<[string, string, readonly Range[], string]>([
  ["nothing", "абв", [], "абв"],
  ["all of it", "абв", [[0, 2]], "[абв]"],
  ["the middle", "абвгд", [[1, 2]], "а[бв]гд"],
  [
    "overlapping, out of order",
    "абвгд",
    [
      [2, 3],
      [0, 2],
    ],
    "[абв][г]д",
  ],
  ["no text", "", [], ""],
])("lights up %s", (_what, text, ranges, expected) => {
  expect(shown(partsOf(text, ranges))).toBe(expected);
});

it("shows a long text around what was found, in whole words", () => {
  const text = `${"слово ".repeat(40)}находка ${"потом ".repeat(40)}`;
  const at = text.indexOf("находка");
  const snippet = shown(snippetOf(text, [[at, at + 6]]));
  expect(snippet).toMatch(/^…слово (?:слово )+\[находка\] (?:потом )+потом…$/u);
  expect(snippet.length).toBeLessThan(160);
});

it("shows a word longer than the room for it without failing", () => {
  const text = "а".repeat(500);
  expect(shown(snippetOf(text, [[300, 310]]))).toContain("[");
});
