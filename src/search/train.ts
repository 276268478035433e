// From content to a ranker and a calibrated confidence.
import { fitCalibration, type Calibration, type Example } from "./calibration.ts";
import { describe } from "./describe.ts";
import type { ItemKind } from "./items.ts";
import { PRIOR } from "./prior.ts";
import { importanceOf, trainRanker, type Candidate, type Ranker } from "./ranker.ts";
import type { Steps } from "./steps.ts";
import type { TrainingSet } from "./training-set.ts";

/**
 * One part in three of the phrases, and one item in three altogether, are held out and judged by a ranker that has not
 * seen them. The part is a run of neighbouring phrases, because neighbours in the file were usually written by one hand
 * at one time: a run held out is like a stranger.
 */
const PARTS = 3;
/** A content with more phrases is calibrated on a part of its items. */
const MAX_SAMPLE_PHRASES = 4600;
/** Of the candidates of a held-out phrase so many become examples. */
const EXAMPLES_PER_PHRASE = 4;
/** At most so many phrases are used for the calibration; a big content has more than it needs. */
const MAX_CALIBRATION_PHRASES = 2000;
/** How much a question counts whose whole item was held out: it stands for questions the content has no answer to. */
const STRANGER_WEIGHT: Readonly<Record<ItemKind, number>> = {
  entry: 0.08,
  topic: 0.32,
  smalltalk: 0.16,
};

/** And how much a message that no content is about. Measured: with more, fewer false answers cost more right ones. */
const MESSAGE_WEIGHT = 0.08;

export interface Trained {
  readonly ranker: Ranker;
  readonly calibration: Calibration;
}

export function* train(set: TrainingSet, kinds: readonly ItemKind[]): Steps<Trained> {
  const all = Int32Array.from(set.labels.keys());
  const ranker = yield* trainRanker(set, all);
  const examples = yield* examplesOf(set, sampleOf(all, set), kinds);
  return { ranker, calibration: fitCalibration(examples, PRIOR) };
}

/** Every n-th item with all its phrases, so that a big content is calibrated on a part of it; and all strangers. */
function sampleOf(all: Int32Array, { labels, classCount }: Pick<TrainingSet, "labels" | "classCount">): Int32Array {
  const ofItems = all.filter((row) => (labels[row] ?? 0) < classCount).length;
  const step = Math.ceil(ofItems / MAX_SAMPLE_PHRASES);
  return all.filter((row) => {
    const label = labels[row] ?? 0;
    return label >= classCount || Math.floor(label / PARTS) % step === 0;
  });
}

interface Split {
  readonly training: number[];
  /** Phrases whose item stays in the training. */
  readonly known: number[];
  /** Phrases whose whole item is held out. */
  readonly strangers: number[];
}

function splitOf(sample: Int32Array, labels: Int32Array, classCount: number): Split {
  const split: Split = { training: [], known: [], strangers: [] };
  const sizes = new Int32Array(classCount + 1);
  for (const row of sample) sizes[labels[row] ?? 0] = (sizes[labels[row] ?? 0] ?? 0) + 1;
  const seen = new Int32Array(classCount + 1);
  for (const row of sample) {
    const label = labels[row] ?? 0;
    const position = seen[label] ?? 0;
    seen[label] = position + 1;
    if (label < classCount && label % PARTS === 0) split.strangers.push(row);
    else if (Math.floor((position * PARTS) / (sizes[label] ?? 1)) === 0) split.known.push(row);
    else split.training.push(row);
  }
  return split;
}

function* examplesOf(set: TrainingSet, sample: Int32Array, kinds: readonly ItemKind[]): Steps<readonly Example[]> {
  const split = splitOf(sample, set.labels, set.classCount);
  const ranker = yield* trainRanker(set, Int32Array.from(split.training));
  const step = Math.max(1, Math.ceil((sample.length * 2) / MAX_CALIBRATION_PHRASES));
  const examples: Example[] = [];
  const addExamples = (index: number, row: number, weightOf: (kind: ItemKind) => number) => {
    if (index % step !== 0) return;
    const label = set.labels[row] ?? 0;
    const kind = kinds[label];
    const weight = kind === undefined ? MESSAGE_WEIGHT : weightOf(kind);
    examples.push(...examplesOfPhrase(ranker.candidatesOfRow(row), label, weight));
  };
  const importance = importanceOf(
    sample.map((row) => set.labels[row] ?? 0).filter((label) => label < set.classCount),
    set.isSideTopic,
  );
  for (const [index, row] of split.known.entries()) {
    addExamples(index, row, () => importance[set.labels[row] ?? 0] ?? 1);
    yield;
  }
  for (const [index, row] of split.strangers.entries()) {
    addExamples(index, row, (kind) => STRANGER_WEIGHT[kind]);
    yield;
  }
  return examples;
}

function examplesOfPhrase(candidates: readonly Candidate[], label: number, weight: number): readonly Example[] {
  const best = [...candidates].sort((a, b) => b.mixed - a.mixed).slice(0, EXAMPLES_PER_PHRASE);
  return best.map((candidate) => ({
    description: describe(candidate, candidates),
    isRight: candidate.label === label,
    weight,
  }));
}
