// Texts put together by what they have in common: leader clustering by the cosine of idf-weighted stems.
import type { Steps } from "../search/steps.ts";
import { addTo } from "./counts.ts";

/** The stems of a text, each once. */
export type Sketch = readonly string[];

/**
 * The least cosine to the first text of a group. Lower, "как удалить чат" joins "как создать чат"; higher, word order
 * and little words alone part the same question.
 */
const LEAST_LIKENESS = 0.55;
/** With so many leaders a text is compared, those that share its rarest stems first: more have only floods in common. */
const MAX_COMPARED = 200;

export interface Likeness {
  /** Of indexes into the sketches. */
  readonly groups: readonly (readonly number[])[];
  /** How often two texts were compared: what it cost. */
  readonly comparisons: number;
}

/** A text with its stems, the rarest first. */
interface Weighed {
  readonly stems: readonly string[];
  readonly norm: number;
}

interface Leader {
  readonly group: number[];
  readonly stems: ReadonlySet<string>;
  readonly norm: number;
}

/**
 * Each text joins the most similar of the texts that lead a group so far, or leads a new one: who comes first leads.
 * `background` are texts that tell how common a stem is. Texts without stems are a group. A step for each text; time is
 * linear in the texts and their length.
 */
export function* groupByLikeness(sketches: readonly Sketch[], background: readonly Sketch[]): Steps<Likeness> {
  const squareOf = yield* squaredIdfOf([...background, ...sketches]);
  const leaders: Leader[] = [];
  /** Leaders by telling stem: only those that share one are compared. */
  const postings = new Map<string, number[]>();
  const empty: number[] = [];
  let comparisons = 0;
  for (const [index, sketch] of sketches.entries()) {
    yield;
    const text = weigh(sketch, squareOf);
    if (text.norm === 0) {
      empty.push(index);
      continue;
    }
    const telling = tellingOf(text, squareOf);
    const candidates = candidatesOf(telling, postings);
    comparisons += candidates.size;
    const nearest = nearestOf(text, candidates, leaders, squareOf);
    if (nearest !== undefined) nearest.group.push(index);
    else {
      for (const stem of telling) addTo(postings, stem, leaders.length);
      leaders.push({ group: [index], stems: new Set(sketch), norm: text.norm });
    }
  }
  const groups = [...leaders.map(({ group }) => group), ...(empty.length === 0 ? [] : [empty])];
  return { groups, comparisons };
}

export type SquareOf = (stem: string) => number;

function weigh(sketch: Sketch, squareOf: SquareOf): Weighed {
  const stems = sketch.toSorted((a, b) => squareOf(b) - squareOf(a) || (a < b ? -1 : 1));
  return { stems, norm: Math.sqrt(stems.reduce((sum, stem) => sum + squareOf(stem), 0)) };
}

/**
 * The rarest stems, as many as leave too little weight for LEAST_LIKENESS to all others together (Cauchy-Schwarz): of
 * two texts that are alike, the rarest stem that they share is among these of both.
 */
function tellingOf({ stems, norm }: Weighed, squareOf: SquareOf): readonly string[] {
  const least = (LEAST_LIKENESS * norm) ** 2;
  let left = norm ** 2;
  const end = stems.findIndex((stem) => {
    const isTelling = left >= least;
    left -= squareOf(stem);
    return !isTelling;
  });
  return end === -1 ? stems : stems.slice(0, end);
}

function candidatesOf(
  telling: readonly string[],
  postings: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const stem of telling) {
    for (const leader of postings.get(stem) ?? []) {
      found.add(leader);
      if (found.size >= MAX_COMPARED) return found;
    }
  }
  return found;
}

function nearestOf(
  { stems, norm }: Weighed,
  candidates: ReadonlySet<number>,
  leaders: readonly Leader[],
  squareOf: SquareOf,
): Leader | undefined {
  let best = Infinity;
  let bestLikeness = LEAST_LIKENESS;
  for (const index of candidates) {
    const leader = leaders[index];
    if (leader === undefined) continue;
    const product = stems.reduce((sum, stem) => (leader.stems.has(stem) ? sum + squareOf(stem) : sum), 0);
    const likeness = product / (norm * leader.norm);
    // Of equally near ones the first leader, which most people follow.
    if (likeness < bestLikeness || (likeness === bestLikeness && index > best)) continue;
    best = index;
    bestLikeness = likeness;
  }
  return leaders[best];
}

/** The square of the weight, which is all that is needed of it; a stem that is in none weighs what one of one does. */
export function* squaredIdfOf(sketches: readonly Sketch[]): Steps<SquareOf> {
  const counts = new Map<string, number>();
  for (const sketch of sketches) {
    for (const stem of sketch) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    yield;
  }
  const squares = new Map<string, number>();
  for (const [stem, count] of counts) {
    squares.set(stem, Math.log(1 + sketches.length / count) ** 2);
    yield;
  }
  const ofUnseen = Math.log(1 + Math.max(1, sketches.length)) ** 2;
  return (stem) => squares.get(stem) ?? ofUnseen;
}
