import { expect, test } from "vitest";
import { unescapeLine } from "./escaped-line.ts";

test.each([
  ["одна\\nдве", "одна\nдве"],
  ["а\\tб", "а\tб"],
  ["c:\\\\new", "c:\\new"],
  ["\\x", "\\x"],
  ["в конце \\", "в конце \\"],
])("%j stands for %j", (line, text) => {
  expect(unescapeLine(line)).toBe(text);
});
