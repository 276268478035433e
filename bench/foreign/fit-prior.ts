// Fits what a calibration starts from (src/search/prior.ts) over many small random contents that half of the questions are
// strange to. `BENCH_DATA=… node --import tsx bench/foreign/fit-prior.ts` writes the file and prints how well a prior does on
// a family of contents that it was not fitted on.
import { writeFile } from "node:fs/promises";
import { fitCalibration, type Example, type Prior } from "../../src/search/calibration.ts";
import { describe, DESCRIPTION } from "../../src/search/describe.ts";
import { trainRanker } from "../../src/search/ranker.ts";
import { readContent } from "../../src/search/reading.ts";
import { RECIPE } from "../../src/search/recipe.ts";
import { atOnce } from "../../src/search/steps.ts";
import { loadContent } from "../../src/live/content.ts";
import { markdownTable, percent } from "../markdown-table.ts";
import { print } from "../print.ts";
import { type PublicSet, readPublicSets, share } from "./public-sets.ts";
import { asSet, randomContent, type RandomContent, type Shape } from "./random-contents.ts";

const SHAPES: readonly Shape[] = [
  { entries: 6, phrases: 4 },
  { entries: 12, phrases: 5 },
  { entries: 12, phrases: 10 },
  { entries: 12, phrases: 30 },
  { entries: 20, phrases: 3 },
  { entries: 25, phrases: 8 },
  { entries: 40, phrases: 20 },
];
const RUNS = 6;
/** Of the candidates of a question so many become examples. */
const CANDIDATES = 2;
/** So many examples is it worth that a weight is small. */
const REGULARITY = 20;
/** What one content counts as when its own examples are weighed against the prior. */
const EXAMPLES = 60;
const MAX_QUESTIONS = 400;

interface Judged {
  readonly family: string;
  readonly shape: Shape;
  readonly isStrange: boolean;
  /** Best first. */
  readonly examples: readonly Example[];
}

function judge(family: string, shape: Shape, { faq, questions }: RandomContent): readonly Judged[] {
  const { set, items, read, meantBy } = atOnce(readContent(faq, RECIPE));
  const ranker = atOnce(trainRanker(set, Int32Array.from(set.labels.keys())));
  const step = Math.ceil(questions.length / MAX_QUESTIONS);
  return questions
    .filter((_, index) => index % step === 0)
    .map(({ text, want }) => {
      const candidates = ranker.candidatesOf(set.space.featuresOf(meantBy(read(text))));
      const best = candidates.toSorted((a, b) => b.mixed - a.mixed).slice(0, CANDIDATES);
      const examples = best.map((candidate) => ({
        description: describe(candidate, candidates),
        isRight: items[candidate.label]?.id === want,
        weight: 1,
      }));
      return { family, shape, isStrange: want === null, examples };
    });
}

function fit(judged: readonly Judged[]): Prior {
  const examples = judged.flatMap((one) => one.examples);
  const columns = DESCRIPTION.map((_, k) => examples.map(({ description }) => description[k] ?? 0));
  const means = columns.map(meanOf);
  const deviations = columns.map((column, k) => {
    const mean = means[k] ?? 0;
    return Math.sqrt(meanOf(column.map((value) => (value - mean) ** 2))) || 1;
  });
  const none = { means, deviations, weights: [...means, 0].map(() => 0), examples: REGULARITY };
  const { weights } = fitCalibration(examples, none);
  return { means, deviations, weights: [...weights], examples: EXAMPLES };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** As a content without examples of its own would do. */
function figuresOf(judged: readonly Judged[], prior: Prior): readonly string[] {
  const calibration = fitCalibration([], prior);
  const outcomes = judged.map(({ isStrange, examples }) => {
    const scored = examples.map(({ description, isRight }) => ({
      isRight,
      confidence: calibration.probabilityOf(description),
    }));
    const best = scored.toSorted((a, b) => b.confidence - a.confidence)[0];
    return { isStrange, isRight: best?.isRight === true, confidence: best?.confidence ?? 0 };
  });
  const strange = outcomes.filter(({ isStrange }) => isStrange);
  const owned = outcomes.filter(({ isStrange }) => !isStrange);
  const directAt = (threshold: number) => percent(share(owned, (one) => one.isRight && one.confidence >= threshold));
  const sorted = strange.map(({ confidence }) => confidence).toSorted((a, b) => b - a);
  return [
    percent(share(strange, ({ confidence }) => confidence >= 0.5)),
    directAt(0.5),
    ...[0.08, 0.15].map((rate) => directAt(sorted[Math.floor(rate * sorted.length)] ?? 0)),
  ];
}

async function main(): Promise<void> {
  const { faq } = await loadContent("faq.yaml");
  const sets: readonly PublicSet[] = [...(await readPublicSets()), asSet(faq, 1)];
  const judged = sets.flatMap((set) =>
    SHAPES.flatMap((shape) =>
      Array.from({ length: RUNS }, (_, run) => {
        print.progress(`${set.name}, ${shape.entries} × ${shape.phrases}, ${run + 1} of ${RUNS}`);
        return judge(set.name, shape, randomContent(set, shape, run * 1000 + shape.entries));
      }).flat(),
    ),
  );
  const rows = sets.flatMap(({ name }) => {
    const prior = fit(judged.filter(({ family }) => family !== name));
    return SHAPES.map((shape) => {
      const own = judged.filter((one) => one.family === name && one.shape === shape);
      return [name, `${shape.entries} × ${shape.phrases}`, ...figuresOf(own, prior)];
    });
  });
  const head = ["family left out", "entries × phrases", "strangers answered", "direct right"];
  print.table(markdownTable([...head, "direct at 8 %", "at 15 %"], rows));
  const prior = fit(judged);
  const list = (values: readonly number[]) => values.map((value) => Number(value.toFixed(3))).join(", ");
  await writeFile(
    "src/search/prior.ts",
    `// What a calibration starts from: fitted by bench/foreign/fit-prior.ts over random contents, see docs/search.md.
import type { Prior } from "./calibration.ts";

export const PRIOR: Prior = {
  means: [${list(prior.means)}],
  deviations: [${list(prior.deviations)}],
  weights: [${list(prior.weights)}],
  examples: ${prior.examples},
};
`,
  );
  for (const [k, weight] of prior.weights.entries())
    print.progress(`${DESCRIPTION[k] ?? "constant"}: ${weight.toFixed(2)}`);
}

await main();
