// A sample of questions with the answers expected, and how often the matcher is right on it, in one tap, wrong, silent.
import { UsageError } from "../runtime/errors.ts";
import type { Decision } from "../search/decide.ts";
import { readText, unescapeLine } from "./question-list.ts";

/** A line of a sample: question, expected ids and kind, separated by tabs. */
export interface SampleRow {
  readonly question: string;
  /** Ids that are right, best first; empty for a message out of scope. */
  readonly expected: readonly string[];
  readonly kind: string;
}

const OUT_OF_SCOPE = "-";
const HINT = "В выборке столбцы question, expected и kind через табуляцию, первая строка — заголовок";

/** Throws UsageError that names the line for a file that is no sample. */
export async function readSample(file: string): Promise<readonly SampleRow[]> {
  const rows = parseSample(await readText(file, "выборку", HINT), file);
  if (rows.length === 0) throw new UsageError(`Не удалось прочитать выборку "${file}": в ней нет строк`, HINT);
  return rows;
}

export function parseSample(text: string, file: string): readonly SampleRow[] {
  const lines = text.split(/\r?\n/u);
  return lines.flatMap((line, index) => {
    if (index === 0 || line.trim() === "") return [];
    const [question, expected, kind = ""] = line.split("\t");
    if (question === undefined || expected === undefined || expected.trim() === "") {
      throw new UsageError(`Не удалось прочитать выборку "${file}": в строке ${index + 1} нет столбца expected`, HINT);
    }
    const ids = expected.trim() === OUT_OF_SCOPE ? [] : expected.trim().split("|");
    return [{ question: unescapeLine(question), expected: ids, kind: kind.trim() }];
  });
}

/** Shares 0…1; undefined where the sample has no row to measure it on. */
export interface Figures {
  readonly rows: number;
  /** Outcome `answer` with an expected id among the answers. */
  readonly directRight: number | undefined;
  /** An expected id among the answers or the first three suggestions. */
  readonly oneTap: number | undefined;
  /** Outcome `answer` without an expected id. */
  readonly wrongDirect: number | undefined;
  /** The first of answers, then suggestions, is expected. */
  readonly firstRight: number | undefined;
  /** Outcome `answer` to a message out of scope. */
  readonly falseAnswer: number | undefined;
  /** Outcome `smalltalk` for a row of kind `chitchat`. */
  readonly smalltalkRight: number | undefined;
}

export interface Judged {
  readonly row: SampleRow;
  readonly decision: Decision;
}

const SUGGESTIONS_SHOWN = 3;

export function figuresOf(judged: readonly Judged[]): Figures {
  const inScope = judged.filter(({ row }) => row.expected.length > 0);
  const outOfScope = judged.filter(({ row }) => row.expected.length === 0);
  const chitchat = judged.filter(({ row }) => row.kind === "chitchat");
  return {
    rows: judged.length,
    directRight: share(inScope, isDirectRight),
    oneTap: share(inScope, isOneTap),
    wrongDirect: share(inScope, (one) => isAnswered(one) && !isDirectRight(one)),
    firstRight: share(inScope, isFirstRight),
    falseAnswer: share(outOfScope, isAnswered),
    smalltalkRight: share(chitchat, ({ decision }) => decision.outcome === "smalltalk"),
  };
}

/** Whether a row is worth showing among the misses. */
export function isMiss(one: Judged): boolean {
  if (one.row.expected.length > 0) return !isFirstRight(one);
  return isAnswered(one) || (one.row.kind === "chitchat" && one.decision.outcome !== "smalltalk");
}

function share(judged: readonly Judged[], holds: (one: Judged) => boolean): number | undefined {
  return judged.length === 0 ? undefined : judged.filter(holds).length / judged.length;
}

function isAnswered({ decision }: Judged): boolean {
  return decision.outcome === "answer";
}

/** Ids the decision answers with: none when the answer is a side topic, whose ids are not those of entries. */
function answeredIds({ decision }: Judged): readonly string[] {
  return decision.answers.map(({ item }) => item.id);
}

function suggestedIds({ decision }: Judged): readonly string[] {
  return decision.suggestions.map(({ item }) => item.id);
}

function isDirectRight(one: Judged): boolean {
  return isAnswered(one) && answeredIds(one).some((id) => one.row.expected.includes(id));
}

function isOneTap(one: Judged): boolean {
  const offered = [...answeredIds(one), ...suggestedIds(one).slice(0, SUGGESTIONS_SHOWN)];
  return offered.some((id) => one.row.expected.includes(id));
}

function isFirstRight(one: Judged): boolean {
  const first = [...answeredIds(one), ...suggestedIds(one)][0];
  return first !== undefined && one.row.expected.includes(first);
}
