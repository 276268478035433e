import { expect, it } from "vitest";
import { createProblemPrinter } from "./print-problem.ts";
import { problem, warning } from "./problem.ts";

function printed(text: string, column: number, length: number): readonly string[] {
  const print = createProblemPrinter({ file: "faq.yaml", text, isColored: false });
  return print(problem("empty-text", { line: 1, column, length }, {})).split("\n");
}

it("shows the place, the words, the line and a caret under it", () => {
  expect(printed('  title: ""\r\nb: 1', 10, 2)).toEqual([
    "faq.yaml:1:10: ошибка: пустой текст. Впишите его или удалите строку",
    '      title: ""',
    "             ^^",
  ]);
});

it("keeps the caret in place behind tabs, emoji and combining marks", () => {
  expect(printed("\tтекст", 2, 5).slice(1)).toEqual(["     текст", "     ^^^^^"]);
  expect(printed("👍 и\u0306 x", 7, 1).slice(1)).toEqual(["    👍 и\u0306 x", "         ^"]);
});

it("cuts a long line around the caret", () => {
  const [, source = "", caret = ""] = printed(`${"а".repeat(500)}Б${"в".repeat(500)}`, 501, 1);
  expect(source).toHaveLength(4 + 102);
  expect(source[caret.indexOf("^")]).toBe("Б");
});

it("lets nothing from the file steer the terminal", () => {
  const print = createProblemPrinter({
    file: "faq.yaml",
    text: "\u001b[31mx: 1",
    isColored: false,
  });
  const text = print(
    warning("unknown-key", { line: 1, column: 1, length: 3 }, { key: "\u001b[2J", suggestion: undefined }),
  );
  expect(text).not.toContain("\u001b");
  expect(text).toContain("предупреждение:");
});

it("colours when asked to", () => {
  const print = createProblemPrinter({ file: "faq.yaml", text: "", isColored: true });
  expect(print(problem("empty-file", undefined, { keys: ["entries"] }))).toContain("\u001b[31mошибка:");
});
