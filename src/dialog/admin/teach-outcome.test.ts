import { describe, expect, it } from "vitest";
import { plainOf } from "../../markup/rich-text.ts";
import { pasteMessage, refusedMessage } from "./teach-outcome.ts";

describe("lines to paste by hand", () => {
  it("stand in the text, with the place, and under a button that copies them", () => {
    const lines = ["      - кружок шахмат"];
    const { text, keyboard } = pasteMessage({ afterLine: 12, replacedLines: 0, lines }, []);
    expect(plainOf(text)).toMatch(/вручную:\n\nВставьте после строки 12:\n\n {6}- кружок шахмат$/u);
    expect(keyboard).toEqual([[{ kind: "clipboard", text: "Скопировать строки", payload: lines[0] }]]);
  });

  it("may take the place of others", () => {
    const paste = { afterLine: 0, replacedLines: 2, lines: ["a"] };
    expect(plainOf(pasteMessage(paste, []).text)).toContain("Замените 2 строки в начале файла на:");
  });

  it("may be gone: there is nothing to copy then", () => {
    const { text, keyboard } = pasteMessage({ afterLine: 4, replacedLines: 1, lines: [] }, []);
    expect(plainOf(text)).toContain("Удалите 1 строку после строки 4.");
    expect(keyboard).toEqual([]);
  });
});

it("a failed check is told without folders and excerpts, and fits a message", () => {
  const line = "/srv/my files/questions.yaml:3:9: ошибка: бот ответит иначе\n    source\n    ^";
  const lines = Array.from({ length: 90 }, () => line);
  const text = plainOf(refusedMessage({ kind: "failed-check", lines }, []).text);
  expect(text).toContain("\nquestions.yaml:3:9: ошибка: бот ответит иначе\nquestions.yaml");
  expect(text.length).toBeLessThan(4000);
});
