import { expect, test } from "vitest";
import { trainComplementBayes } from "./complement-bayes.ts";
import type { LabelledRows } from "./postings.ts";
import type { Vector } from "./rows.ts";

// The sparse training must give what the textbook formula gives on dense counts.

const ALPHA = 0.05;
const FEATURES = 5;

type Entries = Readonly<Record<number, number>>;

function vector(entries: Entries): Vector {
  const ids = Int32Array.from(Object.keys(entries), Number);
  const values = Float32Array.from(Object.values(entries));
  return { ids, values, start: 0, end: ids.length };
}

const TEXTS: readonly Entries[] = [
  { 0: 1, 1: 0.5 },
  { 1: 1, 2: 0.25 },
  { 2: 1, 3: 1 },
  { 3: 0.5, 4: 1 },
];
const vectors = TEXTS.map(vector);
const labels = Int32Array.of(0, 0, 1, 2);

function trainingOf(): LabelledRows {
  const starts = Int32Array.from([0, 2, 4, 6, 8]);
  return {
    rows: {
      count: TEXTS.length,
      starts,
      meaningEnds: starts.slice(1),
      ids: Int32Array.from(vectors.flatMap(({ ids }) => [...ids])),
      counts: new Float32Array(8).fill(1),
    },
    values: Float32Array.from(vectors.flatMap(({ values }) => [...values])),
    members: [Int32Array.of(0, 1), Int32Array.of(2), Int32Array.of(3)],
    featureCount: FEATURES,
  };
}

function textbookScore(query: Vector, label: number): number {
  const rest = new Float64Array(FEATURES).fill(ALPHA);
  for (const [index, { ids, values }] of vectors.entries()) {
    if (labels[index] === label) continue;
    for (const [at, id] of ids.entries()) rest[id] = (rest[id] ?? 0) + (values[at] ?? 0);
  }
  const total = rest.reduce((a, b) => a + b, 0);
  const weights = rest.map((count) => -Math.log(count / total));
  const norm = weights.reduce((a, b) => a + Math.abs(b), 0) / FEATURES;
  return query.ids.reduce((sum, id, at) => sum + ((query.values[at] ?? 0) * (weights[id] ?? 0)) / norm, 0);
}

test.each([{ 0: 1 }, { 1: 1, 3: 0.5 }, { 2: 1, 4: 0.1 }, { 0: 0.3, 1: 0.3, 2: 0.3, 3: 0.3, 4: 0.3 }])(
  "the scores of %j are those of the textbook",
  (entries) => {
    const query = vector(entries);
    const { classes, scores } = trainComplementBayes(trainingOf()).score(query);
    expect(classes.length).toBeGreaterThan(0);
    for (const label of classes) {
      expect(scores[label]).toBeCloseTo(textbookScore(query, label), 5);
    }
  },
);
