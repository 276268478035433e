import { expect, test } from "vitest";
import { trainComplementBayes } from "./complement-bayes.ts";
import type { SparseVector } from "./feature-space.ts";

// The sparse training must give what the textbook formula gives on dense counts.

const ALPHA = 0.05;
const FEATURES = 5;
const CLASSES = 3;

function vector(entries: Readonly<Record<number, number>>): SparseVector {
  return {
    ids: Int32Array.from(Object.keys(entries), Number),
    values: Float32Array.from(Object.values(entries)),
  };
}

const vectors = [
  vector({ 0: 1, 1: 0.5 }),
  vector({ 1: 1, 2: 0.25 }),
  vector({ 2: 1, 3: 1 }),
  vector({ 3: 0.5, 4: 1 }),
];
const labels = Int32Array.of(0, 0, 1, 2);

function textbookScore(query: SparseVector, label: number): number {
  const rest = new Float64Array(FEATURES).fill(ALPHA);
  for (const [index, { ids, values }] of vectors.entries()) {
    if (labels[index] === label) continue;
    for (const [at, id] of ids.entries()) rest[id] = (rest[id] ?? 0) + (values[at] ?? 0);
  }
  const total = rest.reduce((a, b) => a + b, 0);
  const weights = rest.map((count) => -Math.log(count / total));
  const norm = weights.reduce((a, b) => a + Math.abs(b), 0) / FEATURES;
  return query.ids.reduce(
    (sum, id, at) => sum + ((query.values[at] ?? 0) * (weights[id] ?? 0)) / norm,
    0,
  );
}

test.each([
  { 0: 1 },
  { 1: 1, 3: 0.5 },
  { 2: 1, 4: 0.1 },
  { 0: 0.3, 1: 0.3, 2: 0.3, 3: 0.3, 4: 0.3 },
])("the scores of %j are those of the textbook", (entries) => {
  const query = vector(entries);
  const { classes, scores } = trainComplementBayes(vectors, labels, CLASSES, FEATURES).score(query);
  expect(classes.length).toBeGreaterThan(0);
  for (const label of classes) {
    expect(scores[label]).toBeCloseTo(textbookScore(query, label), 5);
  }
});
