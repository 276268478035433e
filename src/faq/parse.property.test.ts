import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseFaq } from "./parse.ts";
import { createProblemPrinter } from "./problems/print-problem.ts";
import type { Place } from "./problems/problem.ts";
import { SMALL_FAQ } from "../../test/support/faq/small-faq.ts";

const LINES = SMALL_FAQ.split("\n");

/** What editors do to files, and what they should not. */
const SNIPPETS = [
  "\t",
  ":",
  ": ",
  "- ",
  "'",
  '"',
  "[",
  "]",
  "{{",
  "}",
  "&a ",
  "*a",
  "#",
  "|",
  "!",
  "\u0000",
  "\ud800",
  "---\n",
  "\r",
  " ",
];

const mutation = fc.oneof(
  fc.record({ kind: fc.constant("delete line"), at: fc.nat(), text: fc.constant("") }),
  fc.record({ kind: fc.constant("duplicate line"), at: fc.nat(), text: fc.constant("") }),
  fc.record({ kind: fc.constant("delete character"), at: fc.nat(), text: fc.constant("") }),
  fc.record({
    kind: fc.constant("insert"),
    at: fc.nat(),
    text: fc.constantFrom(...SNIPPETS, ...LINES),
  }),
  fc.record({
    kind: fc.constant("insert"),
    at: fc.nat(),
    text: fc.string({ unit: "binary", maxLength: 5 }),
  }),
);

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(text: string, { kind, at, text: snippet }: Mutation): string {
  const lines = text.split("\n");
  const line = at % lines.length;
  const offset = at % (text.length + 1);
  if (kind === "delete line") return lines.toSpliced(line, 1).join("\n");
  if (kind === "duplicate line") return lines.toSpliced(line, 0, lines[line] ?? "").join("\n");
  if (kind === "delete character") return text.slice(0, offset) + text.slice(offset + 1);
  return text.slice(0, offset) + snippet + text.slice(offset);
}

function isInside(text: string, { line, column, length }: Place): boolean {
  const source = text.split("\n")[line - 1];
  const isAtEnd = source !== undefined && column === source.length + 1 && length === 1;
  return source !== undefined && column >= 1 && (isAtEnd || column - 1 + length <= source.length);
}

it("however a file is damaged, it is taken or explained, with places inside the file", () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce((damaged, step) => mutate(damaged, step), SMALL_FAQ);
      const parsed = parseFaq(text);
      const problems = parsed.kind === "ok" ? parsed.warnings : parsed.problems;
      expect(problems.some(({ severity }) => severity === "error")).toBe(parsed.kind === "problems");
      const outside = problems.filter(({ place }) => place !== undefined && !isInside(text, place));
      expect(outside).toEqual([]);
      const print = createProblemPrinter({ file: "faq.yaml", text, isColored: false });
      for (const problem of problems) expect(print(problem)).toMatch(/^faq\.yaml(?::\d+:\d+)?: \S/u);
    }),
    { numRuns: 2000 },
  );
});
