// The nearest phrases: how like is a text to the phrases of each candidate class (cosine).
import type { SparseVector } from "./feature-space.ts";

/** The best phrase of a class and how near its best ones are. */
export interface Nearness {
  /** Index of the phrase; -1 when none shares anything with the text. */
  readonly bestPhrase: number;
  readonly best: number;
  /** Mean of the three best: one freak phrase is not enough. */
  readonly topMean: number;
}

const TOP = 3;

export interface Nearest {
  /** A function from class to nearness, good until the next call. */
  lookUp(vector: SparseVector): (label: number) => Nearness;
}

/** For each feature (from `starts[feature]` to `starts[feature + 1]`) the phrases that have it. */
interface Postings {
  readonly starts: Int32Array;
  readonly phrases: Int32Array;
  readonly values: Float32Array;
}

/** An inverted index over the phrases. A look-up is linear in the postings of the text's features. */
export function createNearest(
  vectors: readonly SparseVector[],
  labels: Int32Array,
  classCount: number,
  featureCount: number,
): Nearest {
  const members: number[][] = Array.from({ length: classCount }, () => []);
  for (const [index, label] of labels.entries()) members[label]?.push(index);
  const { starts, phrases, values } = postingsOf(vectors, featureCount);
  const similarities = new Float32Array(vectors.length);

  function spread({ ids, values: weights }: SparseVector): void {
    similarities.fill(0);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0;
      const weight = weights[at] ?? 0;
      const end = starts[id + 1] ?? 0;
      for (let k = starts[id] ?? 0; k < end; k++) {
        const phrase = phrases[k] ?? 0;
        similarities[phrase] = (similarities[phrase] ?? 0) + weight * (values[k] ?? 0);
      }
    }
  }

  function nearnessOf(label: number): Nearness {
    const top = new Float64Array(TOP);
    let bestPhrase = -1;
    for (const index of members[label] ?? []) {
      const similarity = similarities[index] ?? 0;
      if (similarity <= (top[TOP - 1] ?? 0)) continue;
      if (similarity > (top[0] ?? 0)) bestPhrase = index;
      insert(top, similarity);
    }
    return { bestPhrase, best: top[0] ?? 0, topMean: top.reduce((a, b) => a + b, 0) / TOP };
  }

  return {
    lookUp: (vector) => {
      spread(vector);
      return nearnessOf;
    },
  };
}

/** A counting sort of all (feature, phrase, value) by feature. */
function postingsOf(vectors: readonly SparseVector[], featureCount: number): Postings {
  const starts = new Int32Array(featureCount + 1);
  for (const { ids } of vectors) {
    for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  }
  for (let id = 0; id < featureCount; id++) {
    starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  }
  const next = starts.slice();
  const total = starts[featureCount] ?? 0;
  const phrases = new Int32Array(total);
  const values = new Float32Array(total);
  for (const [index, vector] of vectors.entries()) {
    for (let at = 0; at < vector.ids.length; at++) {
      const id = vector.ids[at] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      phrases[place] = index;
      values[place] = vector.values[at] ?? 0;
    }
  }
  return { starts, phrases, values };
}

/** Puts a value into a descending list, dropping the last. */
function insert(top: Float64Array, value: number): void {
  let at = top.length - 1;
  while (at > 0 && (top[at - 1] ?? 0) < value) {
    top[at] = top[at - 1] ?? 0;
    at--;
  }
  top[at] = value;
}
