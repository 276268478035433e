// The weights of features (tf·idf) over the phrases that are learnt from, and texts as vectors of them.
import type { FeatureSpace, TextFeatures } from "./feature-space.ts";
import type { Recipe } from "./recipe.ts";
import type { Rows, Vector } from "./rows.ts";

type FeatureKind = keyof Recipe["weights"];

/** Inverse document frequencies over some of the rows; a feature of none of them counts as unknown. */
export interface Weighting {
  /** idf times the weight of the feature's kind; 0 for unknown features. */
  readonly weights: Float32Array;
  /** Squared weight of an unknown feature by kind. */
  readonly unknown: Readonly<Record<FeatureKind, number>>;
  readonly space: FeatureSpace;
}

export function weightingOf(rows: Rows, members: Int32Array, space: FeatureSpace, kinds: Recipe["weights"]): Weighting {
  const weights = new Float32Array(space.size);
  for (const row of members) {
    const end = rows.starts[row + 1] ?? 0;
    for (let at = rows.starts[row] ?? 0; at < end; at++) {
      const id = rows.ids[at] ?? 0;
      weights[id] = (weights[id] ?? 0) + 1;
    }
  }
  const total = members.length + 1;
  for (let id = 0; id < weights.length; id++) {
    const documents = weights[id] ?? 0;
    if (documents > 0) weights[id] = Math.log(total / (documents + 0.5)) * kinds[kindOf(id, space)];
  }
  const unknownIdf = Math.log(2 * total);
  return {
    weights,
    unknown: {
      stem: (kinds.stem * unknownIdf) ** 2,
      pair: (kinds.pair * unknownIdf) ** 2,
      gram: (kinds.gram * unknownIdf) ** 2,
    },
    space,
  };
}

function kindOf(id: number, { stemCount, meaningCount }: FeatureSpace): FeatureKind {
  if (id < stemCount) return "stem";
  return id < meaningCount ? "pair" : "gram";
}

/** tf·idf of all rows, with logarithmic counts, each row scaled as `Vector` says. */
export function weighRows(rows: Rows, weighting: Weighting): Float32Array {
  const values = new Float32Array(rows.ids.length);
  for (let row = 0; row < rows.count; row++) {
    weigh(rows.ids, rows.counts, rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0, 0, weighting, values);
  }
  return values;
}

export function weighText(text: TextFeatures, weighting: Weighting): Vector {
  const { ids, counts, unknown } = text;
  const values = new Float32Array(ids.length);
  const unknownSquares =
    unknown.stems * weighting.unknown.stem +
    unknown.pairs * weighting.unknown.pair +
    unknown.grams * weighting.unknown.gram;
  weigh(ids, counts, 0, ids.length, unknownSquares, weighting, values);
  return { ids, values, start: 0, end: ids.length };
}

function weigh(
  ids: Int32Array,
  counts: Float32Array,
  start: number,
  end: number,
  unknownSquares: number,
  { weights, unknown, space }: Weighting,
  values: Float32Array,
): void {
  let squares = unknownSquares;
  for (let at = start; at < end; at++) {
    const id = ids[at] ?? 0;
    const weight = weights[id] ?? 0;
    if (weight === 0) {
      squares += unknown[kindOf(id, space)];
      continue;
    }
    const count = counts[at] ?? 1;
    const value = count === 1 ? weight : weight * (1 + Math.log(count));
    values[at] = value;
    squares += value * value;
  }
  const scale = 1 / (Math.sqrt(squares) || 1);
  for (let at = start; at < end; at++) values[at] = (values[at] ?? 0) * scale;
}
