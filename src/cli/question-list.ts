// Questions as files and streams hold them: one a line, the column "question" of a table, or the cases of a YAML file.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Readable } from "node:stream";
import { decodeUtf8 } from "../faq/decode-utf8.ts";
import { parseCases } from "../faq/parse-cases.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import { isError } from "../faq/problems/problem.ts";
import { wordingOf } from "../faq/problems/word-problem.ts";
import { wordLine } from "../faq/problems/wording.ts";
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
  if (questions.length === 0) throw new UsageError(`Не удалось прочитать вопросы из "${file}": в файле их нет`, HINT);
  return questions;
}

const HINT = "Годится текст по вопросу в строке, таблица .tsv со столбцом question или questions.yaml";

/** Without a byte order mark; throws UsageError, in which `what` is what could not be read. */
export async function readText(file: string, what: string, hint: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Не удалось прочитать ${what} "${file}": ${reason}`, hint);
  });
  return textOf(bytes, `${what} "${file}"`);
}

/** Throws UsageError that names the encoding of bytes that are not UTF-8. */
function textOf(bytes: Uint8Array, what: string): string {
  const decoded = decodeUtf8(bytes, Infinity);
  if (decoded.kind === "ok") return decoded.text;
  const [wrong] = decoded.problems.map((found) => ({ ...wordingOf(found), at: found.place }));
  throw new UsageError(`Не удалось прочитать ${what}: ${wrong?.message}${wordLine(wrong?.at?.line)}`, wrong?.advice);
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
    throw new UsageError(`Не удалось прочитать вопросы из "${file}": в первой строке нет столбца question`, HINT);
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
  let rest = Buffer.alloc(0);
  for await (const chunk of input) {
    const bytes = Buffer.concat([rest, bytesOf(chunk)]);
    const end = bytes.lastIndexOf("\n") + 1;
    rest = bytes.subarray(end);
    yield* linesOf(bytes.subarray(0, end)).slice(0, -1);
  }
  if (rest.length > 0) yield* linesOf(rest);
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return textOf(bytes, "вопросы со стандартного ввода").split("\n").map(withoutReturn);
}

function bytesOf(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/u, "");
}
