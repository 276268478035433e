import { expect, it } from "vitest";
import { sentLengthOf } from "../../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import { problem, warning, type Problem } from "../../faq/problems/problem.ts";
import { plainOf } from "../../markup/rich-text.ts";
import { checkMessage, rejectedMessage, problemPages } from "./content-messages.ts";

const place = (line: number) => ({ line, column: 1, length: 1 });
const error = (line: number, id = "x") => problem("unknown-category", place(line), { id, suggestion: undefined });
const advice = (line: number) => warning("repeated-related", place(line), { id: "role" });
const files = (problems: readonly Problem[]) => [{ name: "faq.yaml", problems }];

it("errors come first, each with its file and line", () => {
  const [page = []] = problemPages([...files([advice(3), error(9)]), { name: "questions.yaml", problems: [error(2)] }]);
  expect(page.map((item) => plainOf(item).replace(/\. .*/u, ""))).toEqual([
    "faq.yaml, строка 9: ошибка",
    "questions.yaml, строка 2: ошибка",
    "faq.yaml, строка 3: предупреждение",
  ]);
});

it("however many and however long, every message fits, and nothing is left out of the pages", () => {
  const many = Array.from({ length: 57 }, (_, n) => error(n + 1, "<&".repeat(n * 20)));
  const pages = problemPages(files(many));
  expect(pages.flat()).toHaveLength(57);
  const shown = pages.map((_, page) => checkMessage({ files: files(many), page, size: "", cases: 0 }));
  for (const { text } of [...shown, rejectedMessage(files(many), false)])
    expect(sentLengthOf(text)).toBeLessThanOrEqual(TEXT_LENGTH);
  expect(shown[0]?.keyboard.flat().map(({ text }) => text)).toEqual(["Дальше →", "Проверить ещё раз"]);
  const last = checkMessage({ files: files(many), page: 999, size: "", cases: 0 });
  expect(plainOf(last.text)).toContain(`страница ${pages.length} из ${pages.length}`);
});

it("a rejection says how many problems it leaves out", () => {
  const many = Array.from({ length: 14 }, (_, n) => error(n + 1));
  expect(plainOf(rejectedMessage(files(many), false).text)).toMatch(/… и ещё 4$/u);
});
