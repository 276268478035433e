import { expect, it } from "vitest";
import { parseFaq } from "../parse.ts";

it.each([
  ["colon in a text", "question: Что делать: ждать?\n", ["colon-in-text 1:11"]],
  ["text behind quotes", '- "цитата" дальше\n', ["text-after-quotes 1:12"]],
  ["apostrophe inside quotes", "- 'it's'\n", ["text-after-quotes 1:7"]],
  ["star first", "- *жирный* текст\n", ["special-character-first 1:12"]],
  ["at first", "- @что\n", ["special-character-first 1:3"]],
  ["bracket first", "a: [ссылка](https://x) текст\n", ["special-character-first 1:12"]],
  ["exclamation mark first", "- !важно текст\n", ["special-character-first 1:4"]],
  ["unknown tag", "- !test текст\n", ["tag 1:3"]],
  ["placeholder first", "a: {{organization}} школа\n", ["placeholder-first 1:21"]],
  ["text behind a block mark", "a: | текст\n  ещё\n", ["text-after-block-mark 1:6"]],
  ["quotes left open", 'a: 1\nb: "без конца\nc: 1\n', ["unclosed-quotes 2:4"]],
  ["bracket left open", "a: [один, два\nb: 1\n", ["unclosed-bracket 1:4"]],
  ["tab as indent", "a:\n\tb: 1\n", ["tab 2:1"]],
  ["key indented too little", "a:\n    b: 1\n  c: 2\n", ["indent 3:3"]],
  ["key without its dash", "a:\n  - id: x\n   q: y\n", ["indent 3:4"]],
  ["text without a key", "a: 1\nпросто текст\nb: 2\n", ["no-colon 2:1"]],
  ["no space behind the colon", "b: 2\na:1\n", ["no-colon 2:1"]],
  ["backslash in double quotes", String.raw`a: "C:\дом"` + "\n", ["backslash 1:7"]],
  ["two names", "a: &x &y b\n", ["anchor 1:7"]],
  ["two documents", "a: 1\n---\nb: 2\n", ["several-documents 2:1"]],
  [
    "several mistakes, one a line",
    'a: "C:\\дом"\nb: @x\nc: Что: как\n',
    ["backslash 1:7", "special-character-first 2:4", "colon-in-text 3:4"],
  ],
])("a syntax mistake is explained where it stands: %s", (_name, text, expected) => {
  const parsed = parseFaq(text);
  const found = parsed.kind === "ok" ? [] : parsed.problems;
  expect(
    found.map((problem) =>
      problem.code === "syntax"
        ? `${problem.params.reason} ${problem.place?.line}:${problem.place?.column}`
        : problem.code,
    ),
  ).toEqual(expected);
});
