// `curve`: what more phrases an entry are worth.
import { figuresOf } from "../src/cli/evaluation.ts";
import type { Faq } from "../src/faq/faq.ts";
import { createMatcher, type Matcher } from "../src/search/matcher.ts";
import { withFewerPhrases } from "./contents.ts";
import type { Index } from "./engine.ts";
import { rankWith } from "./engines/ours.ts";
import { NATURAL, OURS, REFERENCE } from "./engines.ts";
import { markdownTable, percent } from "./markdown-table.ts";
import type { Print } from "./print.ts";
import { judgeRanking } from "./ranking.ts";
import { inScope, type Sample } from "./samples.ts";

const COUNTS: readonly number[] = [1, 5, 10, 20, 40, Infinity];
const PEERS = [REFERENCE, NATURAL];

export async function printCurve(faq: Faq, samples: readonly Sample[], print: Print): Promise<void> {
  const ranked: string[][] = [];
  const shown: string[][] = [];
  for (const count of COUNTS) {
    const title = count === Infinity ? "all" : String(count);
    print.progress(`curve: ${title} phrases`);
    const reduced = withFewerPhrases(faq, count);
    const matcher = createMatcher(reduced);
    const indexes = [rankWith(matcher), ...(await buildPeers(reduced))];
    ranked.push([title, ...(await rankedCells(indexes, reduced, samples))]);
    shown.push([title, ...shownCells(matcher, samples)]);
  }
  const engines = [OURS, ...PEERS].flatMap(({ name }) => [`${name}: first`, "first three"]);
  print.table(`### How entries rank, all samples\n\n${markdownTable(["phrases", ...engines], ranked)}`);
  const columns = ["first right", "one tap", "direct right", "wrong direct", "false answer"];
  print.table(`### What users see, all samples\n\n${markdownTable(["phrases", ...columns], shown)}`);
}

async function buildPeers(faq: Faq): Promise<readonly Index[]> {
  const indexes: Index[] = [];
  for (const peer of PEERS) {
    const build = await peer.load();
    indexes.push(await build(faq));
  }
  return indexes;
}

async function rankedCells(
  indexes: readonly Index[],
  faq: Faq,
  samples: readonly Sample[],
): Promise<readonly string[]> {
  const cells: string[] = [];
  for (const index of indexes) {
    const figures = await judgeRanking(index, samples.flatMap(inScope), faq);
    cells.push(percent(figures.first), percent(figures.firstThree));
  }
  return cells;
}

function shownCells(matcher: Matcher, samples: readonly Sample[]): readonly string[] {
  const figures = figuresOf(
    samples.flatMap(({ rows }) => rows.map((row) => ({ row, decision: matcher.decide(row.question) }))),
  );
  return [figures.firstRight, figures.oneTap, figures.directRight, figures.wrongDirect, figures.falseAnswer].map(
    percent,
  );
}
