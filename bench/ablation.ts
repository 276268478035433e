// `ablation`: what each part of the matcher is worth, by leaving one out at a time.
import { figuresOf } from "../src/cli/evaluation.ts";
import type { Faq } from "../src/faq/faq.ts";
import { createMatcher } from "../src/search/matcher.ts";
import { RECIPE, type Habits, type Recipe } from "../src/search/recipe.ts";
import { FIGURE_COLUMNS } from "./figure-columns.ts";
import { markdownTable, percent } from "./markdown-table.ts";
import type { Print } from "./print.ts";
import type { Sample } from "./samples.ts";

const { repairs, weights, many } = RECIPE;
const without = (opinion: keyof Habits["opinions"]): Recipe => ({
  ...RECIPE,
  many: { ...many, opinions: { ...many.opinions, [opinion]: 0 } },
});

const RECIPES: readonly (readonly [string, Recipe])[] = [
  ["nothing", RECIPE],
  ["keyboard layout, transliteration", { ...RECIPE, repairs: { ...repairs, layout: false, translit: false } }],
  ["spelling", { ...RECIPE, repairs: { ...repairs, spelling: false } }],
  ["courtesy stripped", { ...RECIPE, courtesy: false }],
  ["synonyms", { ...RECIPE, synonyms: false }],
  ["pairs of stems", { ...RECIPE, weights: { ...weights, pair: 0 } }],
  ["letter n-grams", { ...RECIPE, weights: { ...weights, gram: 0 } }],
  ["Bayes in the mixture", without("bayes")],
  ["nearest phrases in the mixture", without("nearness")],
  ["linear model in the mixture", without("linear")],
  ["messages of strangers", { ...RECIPE, strangers: false }],
  ["parts of messages", { ...RECIPE, parts: false }],
];

export function printAblation(faq: Faq, samples: readonly Sample[], print: Print): void {
  const rows = samples.flatMap((sample) => sample.rows);
  const lines = RECIPES.map(([part, recipe]) => {
    print.progress(`ablation: without ${part}`);
    const matcher = createMatcher(faq, recipe);
    const figures = figuresOf(rows.map((row) => ({ row, decision: matcher.decide(row.question) })));
    return [part, ...FIGURE_COLUMNS.map(([key]) => percent(figures[key]))];
  });
  const header = ["without", ...FIGURE_COLUMNS.map(([, title]) => title)];
  print.table(`### One part left out at a time, all samples\n\n${markdownTable(header, lines)}`);
}
