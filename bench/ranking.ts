// How well an index ranks: the measure that every engine can be held to.
import type { Faq } from "../src/faq/faq.ts";
import type { SampleRow } from "../src/cli/evaluation.ts";
import type { Index } from "./engine.ts";

export interface RankingFigures {
  readonly rows: number;
  /** Share of rows with a right entry first. */
  readonly first: number;
  /** Share of rows with a right entry among the first three. */
  readonly firstThree: number;
}

const OFFERED = 3;

/** Only entries count: a topic or small talk ranked higher costs nothing. */
export async function judgeRanking(index: Index, rows: readonly SampleRow[], faq: Faq): Promise<RankingFigures> {
  const entryIds = new Set(faq.entries.map(({ id }) => id));
  let first = 0;
  let firstThree = 0;
  for (const { question, expected } of rows) {
    const ranked = new Set(await index.rank(question));
    const entries = [...ranked].filter((id) => entryIds.has(id)).slice(0, OFFERED);
    if (expected.includes(entries[0] ?? "")) first += 1;
    if (entries.some((id) => expected.includes(id))) firstThree += 1;
  }
  return { rows: rows.length, first: first / rows.length, firstThree: firstThree / rows.length };
}
