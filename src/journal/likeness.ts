// Texts put together by what they have in common: leader clustering by the cosine of idf-weighted stems.

/** The stems of a text, each once. */
export type Sketch = readonly string[];

/**
 * The least cosine to the first text of a group. Lower, "как удалить чат" joins "как создать чат"; higher, word order
 * and little words alone part the same question.
 */
const LEAST_LIKENESS = 0.55;

interface Leader {
  readonly group: number[];
  readonly norm: number;
}

/**
 * Groups of indexes into `sketches`. Each text joins the most similar of the texts that lead a group so far, or leads a
 * new one: who comes first leads. `background` are texts that tell how common a stem is. Texts without stems are a group.
 */
export function groupByLikeness(
  sketches: readonly Sketch[],
  background: readonly Sketch[],
): readonly (readonly number[])[] {
  const squareOf = squaredIdfOf([...background, ...sketches]);
  const leaders: Leader[] = [];
  /** Leaders by stem: only those that share one are compared. */
  const postings = new Map<string, number[]>();
  const empty: number[] = [];
  for (const [index, sketch] of sketches.entries()) {
    const norm = normOf(sketch, squareOf);
    if (norm === 0) {
      empty.push(index);
      continue;
    }
    const nearest = nearestOf(sketch, norm, { leaders, postings, squareOf });
    if (nearest !== undefined) nearest.group.push(index);
    else lead(index, sketch, norm, leaders, postings);
  }
  return [...leaders.map(({ group }) => group), ...(empty.length === 0 ? [] : [empty])];
}

interface Search {
  readonly leaders: readonly Leader[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
  readonly squareOf: (stem: string) => number;
}

function nearestOf(
  sketch: Sketch,
  norm: number,
  { leaders, postings, squareOf }: Search,
): Leader | undefined {
  const products = new Map<number, number>();
  for (const stem of sketch) {
    const square = squareOf(stem);
    for (const index of postings.get(stem) ?? [])
      products.set(index, (products.get(index) ?? 0) + square);
  }
  let best: Leader | undefined;
  let bestLikeness = LEAST_LIKENESS;
  for (const [index, product] of products) {
    const leader = leaders[index];
    if (leader === undefined) continue;
    const likeness = product / (norm * leader.norm);
    // Of equally near ones the first leader, which most people follow.
    const isNearer = likeness > bestLikeness || (likeness === bestLikeness && best === undefined);
    if (!isNearer) continue;
    best = leader;
    bestLikeness = likeness;
  }
  return best;
}

function lead(
  index: number,
  sketch: Sketch,
  norm: number,
  leaders: Leader[],
  postings: Map<string, number[]>,
): void {
  for (const stem of sketch) {
    const list = postings.get(stem);
    if (list === undefined) postings.set(stem, [leaders.length]);
    else list.push(leaders.length);
  }
  leaders.push({ group: [index], norm });
}

/** The square of the weight, which is all that is needed of it. */
function squaredIdfOf(sketches: readonly Sketch[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const sketch of sketches) {
    for (const stem of sketch) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const squares = new Map(
    Array.from(counts, ([stem, count]) => [stem, Math.log(1 + sketches.length / count) ** 2]),
  );
  return (stem) => squares.get(stem) ?? 0;
}

function normOf(sketch: Sketch, squareOf: (stem: string) => number): number {
  return Math.sqrt(sketch.reduce((sum, stem) => sum + squareOf(stem), 0));
}
