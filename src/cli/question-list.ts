// A list of questions from a file: one a line, the column "question" of a table, or the cases of a YAML file.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { UsageError } from "../runtime/errors.ts";
import { parseCases } from "../faq/parse-cases.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import { isError } from "../faq/problems/problem.ts";
import { unescapeLine } from "./escaped-line.ts";

/** Throws UsageError for a file that cannot be read, or has no questions. */
export async function readQuestionList(file: string): Promise<readonly string[]> {
  const text = (await readText(file)).replace(/^\ufeff/u, "");
  const questions = questionsOf(text, file);
  if (questions.length === 0)
    throw new UsageError(`Не удалось прочитать вопросы из "${file}": в файле их нет`, HINT);
  return questions;
}

const HINT =
  "Годится текст по вопросу в строке, таблица .tsv со столбцом question или questions.yaml";

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Не удалось прочитать вопросы из "${file}": ${reason}`, HINT);
  }
}

function questionsOf(text: string, file: string): readonly string[] {
  switch (extname(file).toLowerCase()) {
    case ".yaml":
    case ".yml":
      return casesOf(text, file);
    case ".tsv":
      return columnOf(text, file);
  }
  return filled(text.split(/\r?\n/u));
}

function casesOf(text: string, file: string): readonly string[] {
  const { cases, problems } = parseCases(text, undefined);
  const error = problems.find(isError);
  if (error === undefined) return cases.map(({ question }) => question);
  const print = createProblemPrinter({ file, text, isColored: false });
  throw new UsageError(`Не удалось прочитать вопросы:\n${print(error)}`, HINT);
}

function columnOf(text: string, file: string): readonly string[] {
  const [header = "", ...rows] = text.split(/\r?\n/u);
  const column = header.split("\t").findIndex((name) => name.trim() === "question");
  if (column === -1) {
    throw new UsageError(
      `Не удалось прочитать вопросы из "${file}": в первой строке нет столбца question`,
      HINT,
    );
  }
  return filled(rows.map((row) => unescapeLine(row.split("\t")[column] ?? "")));
}

function filled(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
