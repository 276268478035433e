// The comparison as a file: a table for a spreadsheet, or a text to send to somebody.
import { harmless } from "../../../journal/spreadsheet-cell.ts";
import { replyInWords, weightInWords, type CompareRow } from "./compare-rows.ts";
import { AFTER, ANSWER, BEFORE, CHANGE, QUESTION } from "./wording.ts";

/** As the other tables of the program: parted at ";" and marked as UTF-8, so that a Russian Excel opens it by itself. */
export function rowsCsv(rows: readonly CompareRow[], hasDraft: boolean): string {
  const heads = hasDraft ? [QUESTION, CHANGE, BEFORE, AFTER] : [QUESTION, ANSWER];
  const lines = rows.map(({ question, weight, before, after }) =>
    hasDraft
      ? [question, weightInWords(weight), replyInWords(before), replyInWords(after)]
      : [question, replyInWords(before)],
  );
  return `\uFEFF${[heads, ...lines].map((cells) => `${cells.map(cellOf).join(";")}\r\n`).join("")}`;
}

function cellOf(text: string): string {
  return `"${harmless(text).replaceAll('"', '""')}"`;
}

export function rowsText(rows: readonly CompareRow[], hasDraft: boolean): string {
  return rows.map((row) => `${rowText(row, hasDraft)}\n`).join("\n");
}

function rowText({ question, weight, before, after }: CompareRow, hasDraft: boolean): string {
  if (!hasDraft) return `${question}\n  ${replyInWords(before)}`;
  if (weight === undefined)
    return `${question}\n  ${weightInWords(weight)}: ${replyInWords(before)}`;
  return [
    `${question}\n  ${weightInWords(weight)}`,
    `  ${BEFORE}: ${replyInWords(before)}`,
    `  ${AFTER}: ${replyInWords(after)}`,
  ].join("\n");
}
