// What a draft does to answers, a row a question, and the rows as a file: a table, or a text to send to somebody.
import type { ReplyWeight } from "../../../compare/compare-replies.ts";
import type { CompareResult } from "../../../console/try/try-api.ts";
import type { TitledReply } from "../../../console/content/content-api.ts";
import * as wording from "./wording.ts";
import { harmless } from "../../../journal/spreadsheet-cell.ts";

export interface CompareRow {
  readonly question: string;
  /** Undefined where the answer stays. */
  readonly weight: ReplyWeight | undefined;
  readonly before: TitledReply;
  readonly after: TitledReply;
}

type Compared = Extract<CompareResult, { readonly kind: "compared" }>;

/** In the order of the list, or, of what was asked lately, the weightiest first. */
export function compareRows({ changes, replies }: Compared): readonly CompareRow[] {
  const changed = changes.flatMap(({ questions, ...change }) =>
    questions.map((question) => ({ question, ...change })),
  );
  if (replies.length === 0) return changed;
  const weights = new Map(changed.map(({ question, weight }) => [question, weight]));
  return replies.map((reply) => ({ ...reply, weight: weights.get(reply.question) }));
}

export function onlyChanged(rows: readonly CompareRow[]): readonly CompareRow[] {
  return rows.filter(({ weight }) => weight !== undefined);
}

export function weightInWords(weight: ReplyWeight | undefined): string {
  return weight === undefined ? wording.SAME : wording.WEIGHTS[weight];
}

export function replyInWords({ outcome, titles }: TitledReply): string {
  const named = titles.map((title) => `«${title}»`).join(", ");
  switch (outcome) {
    case "answer":
      return named;
    case "suggest":
      return wording.offers(named);
    case "topic":
      return wording.topic(named);
    case "smalltalk":
      return wording.smallTalk(named);
    case "none":
      return wording.KNOWS_NOT;
  }
}

/** As the other tables of the program: parted at ";" and marked as UTF-8, so that a Russian Excel opens it by itself. */
export function rowsCsv(rows: readonly CompareRow[], hasDraft: boolean): string {
  const heads = hasDraft
    ? [wording.QUESTION, wording.CHANGE, wording.BEFORE, wording.AFTER]
    : [wording.QUESTION, wording.ANSWER];
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
    `  ${wording.BEFORE}: ${replyInWords(before)}`,
    `  ${wording.AFTER}: ${replyInWords(after)}`,
  ].join("\n");
}
