// `eval`: how good the answers are on a sample, in total and by kind of question.
import { loadContent } from "../live/content.ts";
import { UsageError } from "../runtime/errors.ts";
import { contentFileOf, parseCommandLine, type Output } from "./command-line.ts";
import { figuresOf, isMiss, type Figures, type Judged, readSample, type SampleRow } from "./evaluation.ts";
import type { Matcher } from "../search/matcher.ts";

const HELP = `npm run -s faq -- eval FILE.tsv [--json] [--faq FILE]

Считает, насколько хороши ответы, на выборке вопросов со столбцами question, expected, kind.
  --json       показатели и промахи одним объектом JSON
  --faq FILE   другой файл содержания (иначе FAQ_FILE или ./faq.yaml)
`;

const OPTIONS = {
  json: { type: "boolean" },
  faq: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const PROGRESS_STEP = 50;

const COLUMNS: readonly (readonly [keyof Figures, string])[] = [
  ["firstRight", "first right"],
  ["oneTap", "one tap"],
  ["directRight", "direct right"],
  ["wrongDirect", "wrong direct"],
  ["falseAnswer", "false answer"],
  ["smalltalkRight", "smalltalk right"],
];

/** Returns the exit code; throws UsageError for wrong arguments and unusable files. */
export async function runEval(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseCommandLine("eval", args, OPTIONS);
  if (values.help === true) {
    output.stdout(HELP);
    return 0;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError("Команда eval: нужна одна выборка", "Например: npm run -s faq -- eval bench/samples/dev.tsv");
  }
  const rows = await readSample(file);
  const { matcher } = await loadContent(contentFileOf(values.faq));
  const judged = judge(rows, matcher, output);
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const byKind = new Map(kinds.map((kind) => [kind, figuresOf(judged.filter(({ row }) => row.kind === kind))]));
  const total = figuresOf(judged);
  output.stdout(values.json === true ? jsonOf(total, byKind, judged) : tableOf(total, byKind, judged));
  return 0;
}

function judge(rows: readonly SampleRow[], matcher: Matcher, { stderr }: Output): readonly Judged[] {
  return rows.map((row, index) => {
    if (index % PROGRESS_STEP === 0) stderr(`\r${index} / ${rows.length}`);
    if (index === rows.length - 1) stderr(`\r${rows.length} / ${rows.length}\n`);
    return { row, decision: matcher.decide(row.question) };
  });
}

function jsonOf(total: Figures, byKind: ReadonlyMap<string, Figures>, judged: readonly Judged[]): string {
  const misses = judged.filter(isMiss).map(({ row, decision }) => ({
    ...row,
    outcome: decision.outcome,
    answers: decision.answers.map(({ item }) => item.id),
    suggestions: decision.suggestions.map(({ item }) => item.id),
  }));
  return `${JSON.stringify({ total, byKind: Object.fromEntries(byKind), misses })}\n`;
}

function tableOf(total: Figures, byKind: ReadonlyMap<string, Figures>, judged: readonly Judged[]): string {
  const header = ["kind", "rows", ...COLUMNS.map(([, title]) => title)];
  const lines = [header, rowOf("total", total), ...Array.from(byKind, ([kind, f]) => rowOf(kind, f))];
  const widths = header.map((_, k) => Math.max(...lines.map((line) => line[k]?.length ?? 0)));
  const table = lines.map((line) => line.map((cell, k) => cell.padStart(widths[k] ?? 0)).join("  "));
  const misses = judged.filter(isMiss).map(wordMiss);
  return `${[...table, "", `misses: ${misses.length}`, ...misses].join("\n")}\n`;
}

function rowOf(kind: string, figures: Figures): readonly string[] {
  return [kind, String(figures.rows), ...COLUMNS.map(([key]) => percent(figures[key]))];
}

function percent(share: number | undefined): string {
  return share === undefined ? "" : `${(share * 100).toFixed(1)} %`;
}

function wordMiss({ row, decision }: Judged): string {
  const offered = [...decision.answers, ...decision.suggestions]
    .map(({ item, confidence }) => `${item.id} ${confidence.toFixed(2)}`)
    .join(", ");
  const expected = row.expected.join("|") || "-";
  const question = row.question.replaceAll("\n", " ");
  return `  [${row.kind}] ${question} — expected ${expected}, got ${decision.outcome}: ${offered}`;
}
