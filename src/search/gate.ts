// How like a text is to what no content is about: the entries together against messages of strangers.
import type { TextFeatures } from "./feature-space.ts";
import { trainLinear } from "./linear.ts";
import type { LabelledRows } from "./postings.ts";
import type { TrainingSet } from "./training-set.ts";
import { vectorOfRow, type Vector } from "./rows.ts";
import type { Steps } from "./steps.ts";
import { weighRows, weighText, weightingOf } from "./weighting.ts";

/** The logit that a text is one for the entries: positive for what one of them may be about, negative for strangers. */
export interface Gate {
  readonly look: (text: TextFeatures) => number;
  readonly lookAtRow: (row: number) => number;
}

/** So many phrases of entries show what they are about. */
const MAX_INSIDE = 3000;
const [INSIDE, OUTSIDE] = [0, 1];
const BOTH = Int32Array.of(INSIDE, OUTSIDE);

/** Trains on some rows: those of entries and of strangers. Deterministic; linear in their number. */
export function* trainGate(set: TrainingSet, members: Int32Array): Steps<Gate> {
  const { space, rows, labels, classCount, isSideTopic, weights } = set;
  const isInside = (row: number) => {
    const label = labels[row] ?? 0;
    return label < classCount && isSideTopic[label] === 0;
  };
  const all = members.filter(isInside);
  const step = Math.ceil(all.length / MAX_INSIDE);
  const inside = all.filter((_, place) => place % step === 0);
  const outside = members.filter((row) => labels[row] === classCount);
  const weighting = weightingOf(rows, Int32Array.of(...inside, ...outside), space, weights);
  yield;
  const values = weighRows(rows, weighting);
  yield;
  const texts: LabelledRows = {
    rows,
    values,
    members: [inside, outside],
    featureCount: space.size,
  };
  const linear = yield* trainLinear({
    texts,
    featureCount: space.size,
    learnsAbsence: false,
    rivals: Array.from({ length: inside.length + outside.length }, () => BOTH),
    importance: Float32Array.of(1, Math.max(1, inside.length / Math.max(1, outside.length))),
  });
  const lookAt = (vector: Vector) => {
    const [inside = 0, outside = 0] = linear.score(vector, BOTH);
    return inside - outside;
  };
  return {
    look: (text) => lookAt(weighText(text, weighting)),
    lookAtRow: (row) => lookAt(vectorOfRow(rows, values, row)),
  };
}
