import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { escapedLines, unescapeLine } from "./question-list.ts";

test.each([
  ["одна\\nдве", "одна\nдве"],
  ["а\\tб", "а\tб"],
  ["c:\\\\new", "c:\\new"],
  ["\\x", "\\x"],
  ["в конце \\", "в конце \\"],
])("%j stands for %j", (line, text) => {
  expect(unescapeLine(line)).toBe(text);
});

test.each([
  ["a\nb\n", ["a", "b"], "an end of line ends the last line too"],
  ["a\nb", ["a", "b"], "the last one may lack it"],
  ["a\n\nb\n", ["a", "", "b"], "an empty message is one"],
  ["a\r\nb\r\n", ["a", "b"], "files from Windows"],
  ["a\rb\u2028c\u2029d\u0085e\n", ["a\rb\u2028c\u2029d\u0085e"], "what else ends lines stands in messages"],
  ["", [], "nothing"],
  ["\n", [""], "one empty message"],
])("%j are the lines %j: %s", async (text, lines) => {
  // Cut within characters and line ends, as a pipe does.
  const chunks = Array.from(Buffer.from(text), (byte) => Buffer.from([byte]));
  const found: string[] = [];
  for await (const line of escapedLines(Readable.from(chunks))) found.push(line);
  expect(found).toEqual(lines);
});

test.each([
  ["CP1251", Buffer.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a)],
  ["UTF-16", Buffer.from("\ufeffпривет\n", "utf16le")],
  ["UTF-16", Buffer.from("hello\n", "utf16le")],
])("lines in %s are refused with the encoding and the cure", async (name, bytes) => {
  const refused = escapedLines(Readable.from([bytes])).next();
  await expect(refused).rejects.toMatchObject({
    message: expect.stringContaining(name),
    hint: expect.stringContaining("UTF-8"),
  });
});
