// A sample of questions with the answers expected: question, expected ids and kind, separated by tabs.
import { readFile } from "node:fs/promises";
import { UsageError } from "../runtime/errors.ts";
import { unescapeLine } from "./escaped-line.ts";

export interface SampleRow {
  readonly question: string;
  /** Ids that are right, best first; empty for a message out of scope. */
  readonly expected: readonly string[];
  readonly kind: string;
}

const OUT_OF_SCOPE = "-";
const HINT =
  "В выборке столбцы question, expected и kind через табуляцию, первая строка — заголовок";

/** Throws UsageError that names the line for a file that is no sample. */
export async function readSample(file: string): Promise<readonly SampleRow[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Не удалось прочитать выборку "${file}": ${reason}`, HINT);
  }
  const rows = parseSample(text, file);
  if (rows.length === 0)
    throw new UsageError(`Не удалось прочитать выборку "${file}": в ней нет строк`, HINT);
  return rows;
}

export function parseSample(text: string, file: string): readonly SampleRow[] {
  const lines = text.replace(/^\ufeff/u, "").split(/\r?\n/u);
  return lines.flatMap((line, index) => {
    if (index === 0 || line.trim() === "") return [];
    const [question, expected, kind = ""] = line.split("\t");
    if (question === undefined || expected === undefined || expected.trim() === "") {
      throw new UsageError(
        `Не удалось прочитать выборку "${file}": в строке ${index + 1} нет столбца expected`,
        HINT,
      );
    }
    const ids = expected.trim() === OUT_OF_SCOPE ? [] : expected.trim().split("|");
    return [{ question: unescapeLine(question), expected: ids, kind: kind.trim() }];
  });
}
