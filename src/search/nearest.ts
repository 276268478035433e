// The nearest phrases: how like is a text to the phrases of a candidate class (cosine).
import type { LabelledRows } from "./postings.ts";
import type { Vector } from "./rows.ts";

/** The best phrase of a class and how near its best ones are. */
export interface Nearness {
  /** Row of the phrase; -1 when none shares anything with the text. */
  readonly bestPhrase: number;
  readonly best: number;
  /** Mean of the best three, for a small class of fewer: one freak phrase is not enough. */
  readonly topMean: number;
}

export const NOWHERE: Nearness = { bestPhrase: -1, best: 0, topMean: 0 };

const TOP = 3;
/** A class with less than this share of the mean number of phrases is small. */
const SMALL_SHARE = 0.8;

export interface Nearest {
  /** How near a text is to each of these classes, in their order. Linear in the features of the classes' phrases. */
  lookUp(vector: Vector, classes: Iterable<number>): readonly Nearness[];
}

export function createNearest(phrases: LabelledRows): Nearest {
  const weights = new Float32Array(phrases.featureCount);
  const top = new Float64Array(TOP);
  return {
    lookUp: (vector, classes) => {
      spread(vector, weights, 1);
      const found = Array.from(classes, (label) => nearnessOf(label, phrases, weights, top));
      spread(vector, weights, 0);
      return found;
    },
  };
}

/** Lays the values of a vector out by feature, or takes them away. */
function spread({ ids, values, start, end }: Vector, weights: Float32Array, factor: number): void {
  for (let at = start; at < end; at++) weights[ids[at] ?? 0] = (values[at] ?? 0) * factor;
}

function nearnessOf(
  label: number,
  { rows, values, members }: LabelledRows,
  weights: Float32Array,
  top: Float64Array,
): Nearness {
  const { ids, starts } = rows;
  top.fill(0);
  let bestPhrase = -1;
  for (const row of members[label] ?? []) {
    let likeness = 0;
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      likeness += (weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
    }
    if (likeness <= (top[TOP - 1] ?? 0)) continue;
    if (likeness > (top[0] ?? 0)) bestPhrase = row;
    insert(top, likeness);
  }
  const counted = countedOf(members[label]?.length ?? 0, rows.count / members.length);
  let sum = 0;
  for (let k = 0; k < counted; k++) sum += top[k] ?? 0;
  return { bestPhrase, best: top[0] ?? 0, topMean: sum / counted };
}

/**
 * How many of a class's best phrases count: three, fewer for a class that has few phrases beside the others, where the
 * third best says more about their number than about the text.
 */
function countedOf(size: number, meanSize: number): number {
  return Math.min(TOP, Math.max(1, Math.round((TOP * size) / (SMALL_SHARE * meanSize))));
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
