// Which classes have which features: the texts to learn from, turned around.
import type { Rows } from "./rows.ts";

/** The texts to learn from: some rows of a matrix, each with its class. */
export interface LabelledRows {
  readonly rows: Rows;
  /** The values of the rows, in the places of `rows.ids`. */
  readonly values: Float32Array;
  /** The rows of each class (0…classCount-1). */
  readonly members: readonly Int32Array[];
  readonly featureCount: number;
}

/** For each feature (from `starts[feature]` to `starts[feature + 1]`) the classes that have it, ascending. */
export interface Postings {
  readonly starts: Int32Array;
  readonly classes: Int32Array;
  /** The sum of the feature's values over the class's rows. */
  readonly sums: Float32Array;
}

/** The postings of the features below `featureCount`: counted first, then filled in. */
export function postingsOf(texts: LabelledRows, featureCount: number): Postings {
  const starts = new Int32Array(featureCount + 1);
  const lastClass = new Int32Array(featureCount).fill(-1);
  for (const [label, rows] of texts.members.entries()) {
    for (const row of rows) count(texts, row, label, lastClass, starts);
  }
  for (let feature = 0; feature < featureCount; feature++) {
    starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0);
  }
  const classes = new Int32Array(starts[featureCount] ?? 0);
  const sums = new Float32Array(classes.length);
  const postings = { starts, classes, sums };
  const next = starts.slice(0, featureCount);
  lastClass.fill(-1);
  for (const [label, rows] of texts.members.entries()) {
    for (const row of rows) fill(texts, row, label, lastClass, next, postings);
  }
  return postings;
}

function count(
  { rows, values }: LabelledRows,
  row: number,
  label: number,
  lastClass: Int32Array,
  starts: Int32Array,
): void {
  const end = rows.starts[row + 1] ?? 0;
  for (let at = rows.starts[row] ?? 0; at < end; at++) {
    const id = rows.ids[at] ?? 0;
    if (id >= lastClass.length || values[at] === 0 || lastClass[id] === label) continue;
    lastClass[id] = label;
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  }
}

/** `next` is where the next class of each feature goes. */
function fill(
  { rows, values }: LabelledRows,
  row: number,
  label: number,
  lastClass: Int32Array,
  next: Int32Array,
  { classes, sums }: Postings,
): void {
  const end = rows.starts[row + 1] ?? 0;
  for (let at = rows.starts[row] ?? 0; at < end; at++) {
    const id = rows.ids[at] ?? 0;
    if (id >= lastClass.length || values[at] === 0) continue;
    if (lastClass[id] !== label) {
      lastClass[id] = label;
      next[id] = (next[id] ?? 0) + 1;
    }
    const place = (next[id] ?? 0) - 1;
    classes[place] = label;
    sums[place] = (sums[place] ?? 0) + (values[at] ?? 0);
  }
}
