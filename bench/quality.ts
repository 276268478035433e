// `quality`: how often the right entry is found, ours by kind of question and all engines in total.
import { figuresOf, type Judged } from "../src/cli/evaluation.ts";
import type { LiveContent } from "../src/live/content.ts";
import type { Faq } from "../src/faq/faq.ts";
import type { Engine } from "./engine.ts";
import { ENGINES } from "./engines.ts";
import { FIGURE_COLUMNS } from "./figure-columns.ts";
import { markdownTable, percent } from "./markdown-table.ts";
import type { Print } from "./print.ts";
import { judgeRanking } from "./ranking.ts";
import { inScope, type Sample } from "./samples.ts";

export async function printQuality(content: LiveContent, samples: readonly Sample[], print: Print): Promise<void> {
  for (const sample of samples) {
    print.table(`### What users see, sample ${sample.name}\n\n${shownTable(content, sample)}`);
  }
  const rows: string[][] = [];
  for (const engine of ENGINES) {
    print.progress(`quality: ${engine.name}`);
    rows.push([engine.name, ...(await rankingCells(engine, content.faq, samples))]);
  }
  const columns = samples.flatMap(({ name }) => [`${name}: rows`, "first", "first three"]);
  print.table(`### How engines rank the entries\n\n${markdownTable(["engine", ...columns], rows)}`);
}

function shownTable({ matcher }: LiveContent, { rows }: Sample): string {
  const judged = rows.map((row) => ({ row, decision: matcher.decide(row.question) }));
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const lines = [
    figureCells("all", judged),
    ...kinds.map((kind) =>
      figureCells(
        kind,
        judged.filter(({ row }) => row.kind === kind),
      ),
    ),
  ];
  return markdownTable(["kind", "rows", ...FIGURE_COLUMNS.map(([, title]) => title)], lines);
}

function figureCells(kind: string, judged: readonly Judged[]): readonly string[] {
  const figures = figuresOf(judged);
  return [kind, String(figures.rows), ...FIGURE_COLUMNS.map(([key]) => percent(figures[key]))];
}

async function rankingCells(engine: Engine, faq: Faq, samples: readonly Sample[]): Promise<readonly string[]> {
  const build = await engine.load();
  const index = await build(faq);
  const cells: string[] = [];
  for (const sample of samples) {
    const rows = inScope(sample).filter((_, at) => at % engine.rowStep === 0);
    const figures = await judgeRanking(index, rows, faq);
    cells.push(String(figures.rows), percent(figures.first), percent(figures.firstThree));
  }
  return cells;
}
