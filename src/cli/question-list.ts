// Questions as files and streams hold them: one a line, the column "question" of a table, or the cases of a YAML file.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Readable } from "node:stream";
import { parseCases } from "../faq/parse-cases.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import { isError } from "../faq/problems/problem.ts";
import { UsageError } from "../runtime/errors.ts";

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\" };

/** One message on one line: \n, \t and \\ stand for a line break, a tab and a backslash. */
export function unescapeLine(line: string): string {
  return line.replace(/\\([nt\\])/gu, (whole, code: string) => ESCAPED[code] ?? whole);
}

/** Throws UsageError for a file that cannot be read, or has no questions. */
export async function readQuestionList(file: string): Promise<readonly string[]> {
  const text = await readText(file, "вопросы из", HINT);
  const questions = questionsOf(text, file);
  if (questions.length === 0)
    throw new UsageError(`Не удалось прочитать вопросы из "${file}": в файле их нет`, HINT);
  return questions;
}

const HINT =
  "Годится текст по вопросу в строке, таблица .tsv со столбцом question или questions.yaml";

/** Without a byte order mark; throws UsageError, in which `what` is what could not be read. */
export async function readText(file: string, what: string, hint: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\ufeff/u, "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Не удалось прочитать ${what} "${file}": ${reason}`, hint);
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

/**
 * The lines of a stream of UTF-8. Not those of node:readline: it parts them at a lone \r as well, which stands in messages
 * as they were typed, and then the answers no longer belong to the lines they are read beside.
 */
export async function* escapedLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(bytesOf(chunk), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
}

function bytesOf(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/u, "");
}
