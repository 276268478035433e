// Features as numbers: every name of the training texts gets an id, and a text becomes a sparse vector of tf·idf.
import { weightOfKind, type Features } from "./features.ts";

/** Feature ids and counts of one text, and what it has besides: names that no training text has. */
export interface RawVector {
  readonly ids: Int32Array;
  readonly counts: Float32Array;
  /** Sum of squared weights of the features without id, each taken as seen in no text. */
  readonly unknownKindWeights: readonly number[];
}

/** A vector of length 1 together with its unknown features: known features alone may be shorter. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export interface FeatureSpace {
  readonly size: number;
  /** The kind weight of each feature id. */
  readonly kindWeights: Float32Array;
  vectorOf(features: Features): RawVector;
  /** 1 for the ids of stems. */
  readonly isStem: Uint8Array;
}

/** The space of all features of these texts. */
export function createFeatureSpace(texts: Iterable<Features>): FeatureSpace {
  const idByName = new Map<string, number>();
  for (const text of texts) {
    for (const name of text) if (!idByName.has(name)) idByName.set(name, idByName.size);
  }
  const names = [...idByName.keys()];
  const scratch = new Float32Array(names.length);
  return {
    size: names.length,
    kindWeights: Float32Array.from(names, weightOfKind),
    vectorOf: (features) => vectorOf(features, idByName, scratch),
    isStem: Uint8Array.from(names, (name) => (name.startsWith("w") ? 1 : 0)),
  };
}

/** `counts` is all zeros before and after. */
function vectorOf(
  features: Features,
  idByName: ReadonlyMap<string, number>,
  counts: Float32Array,
): RawVector {
  const ids: number[] = [];
  const unknownKindWeights: number[] = [];
  for (const name of features) {
    const id = idByName.get(name);
    if (id === undefined) {
      unknownKindWeights.push(weightOfKind(name));
      continue;
    }
    if (counts[id] === 0) ids.push(id);
    counts[id] = (counts[id] ?? 0) + 1;
  }
  const vector = {
    ids: Int32Array.from(ids),
    counts: Float32Array.from(ids, (id) => counts[id] ?? 0),
    unknownKindWeights,
  };
  for (const id of ids) counts[id] = 0;
  return vector;
}

/** Inverse document frequencies over a part of the training texts; a feature of none of them counts as unknown. */
export interface Weighting {
  readonly idf: Float32Array;
  readonly unknownIdf: number;
}

export function weightingOf(space: FeatureSpace, vectors: readonly RawVector[]): Weighting {
  const documents = new Float32Array(space.size);
  for (const vector of vectors)
    for (const id of vector.ids) documents[id] = (documents[id] ?? 0) + 1;
  const total = vectors.length + 1;
  return {
    idf: documents.map((count) => (count === 0 ? 0 : Math.log(total / (count + 0.5)))),
    unknownIdf: Math.log(2 * total),
  };
}

/** tf·idf with logarithmic counts, scaled to length 1 counting the unknown features too. */
export function weigh(raw: RawVector, space: FeatureSpace, weighting: Weighting): SparseVector {
  const values = new Float32Array(raw.ids.length);
  let squares = 0;
  for (const kindWeight of raw.unknownKindWeights)
    squares += (kindWeight * weighting.unknownIdf) ** 2;
  for (let at = 0; at < raw.ids.length; at++) {
    const id = raw.ids[at] ?? 0;
    const idf = weighting.idf[id] ?? 0;
    const kindWeight = space.kindWeights[id] ?? 0;
    if (idf === 0) squares += (kindWeight * weighting.unknownIdf) ** 2;
    const value = (1 + Math.log(raw.counts[at] ?? 1)) * idf * kindWeight;
    values[at] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
  return { ids: raw.ids, values };
}
