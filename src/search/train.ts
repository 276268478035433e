// From content to a ranker and a calibrated confidence.
import { describe, fitCalibration, type Calibration, type Example } from "./calibration.ts";
import type { RawVector } from "./feature-space.ts";
import type { ItemKind } from "./items.ts";
import {
  importanceOf,
  trainRanker,
  type Candidate,
  type Ranker,
  type TrainingSet,
} from "./ranker.ts";

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
const MAX_CALIBRATION_PHRASES = 3000;
/** How much a question counts whose whole item was held out: it stands for questions the content has no answer to. */
const STRANGER_WEIGHT: Readonly<Record<ItemKind, number>> = {
  entry: 0.1,
  topic: 0.4,
  smalltalk: 0.2,
};

export interface Trained {
  readonly ranker: Ranker;
  readonly calibration: Calibration;
}

export function train(set: TrainingSet, kinds: readonly ItemKind[]): Trained {
  const examples = examplesOf(sampleOf(set), kinds);
  return { ranker: trainRanker(set), calibration: fitCalibration(examples) };
}

/** Every n-th item with all its phrases, so that a big content is calibrated on a part of it. */
function sampleOf(set: TrainingSet): TrainingSet {
  const step = Math.ceil(set.raws.length / MAX_SAMPLE_PHRASES);
  if (step <= 1) return set;
  const indexes = Array.from(set.labels.keys()).filter((index) => {
    const label = set.labels[index] ?? 0;
    return Math.floor(label / PARTS) % step === 0;
  });
  return subset(set, indexes);
}

interface Split {
  readonly training: number[];
  /** Phrases whose item stays in the training. */
  readonly known: number[];
  /** Phrases whose whole item is held out. */
  readonly strangers: number[];
}

function splitOf(labels: Int32Array, classCount: number): Split {
  const split: Split = { training: [], known: [], strangers: [] };
  const sizes = new Int32Array(classCount);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const seen = new Int32Array(classCount);
  for (const [index, label] of labels.entries()) {
    const position = seen[label] ?? 0;
    seen[label] = position + 1;
    if (label % PARTS === 0) split.strangers.push(index);
    else if (Math.floor((position * PARTS) / (sizes[label] ?? 1)) === 0) split.known.push(index);
    else split.training.push(index);
  }
  return split;
}

function examplesOf(set: TrainingSet, kinds: readonly ItemKind[]): readonly Example[] {
  const split = splitOf(set.labels, set.classCount);
  const ranker = trainRanker(subset(set, split.training));
  const step = Math.max(1, Math.ceil((set.raws.length * 2) / MAX_CALIBRATION_PHRASES));
  const examples: Example[] = [];
  const addExamples = (index: number, weightOf: (kind: ItemKind) => number) => {
    const raw = set.raws[index];
    if (raw === undefined || index % step !== 0) return;
    const label = set.labels[index] ?? 0;
    const weight = weightOf(kinds[label] ?? "entry");
    examples.push(...examplesOfPhrase(ranker.candidatesOf(raw), label, weight));
  };
  const importance = importanceOf(set.labels, set.isAside);
  for (const index of split.known) {
    addExamples(index, () => importance[set.labels[index] ?? 0] ?? 1);
  }
  for (const index of split.strangers) addExamples(index, (kind) => STRANGER_WEIGHT[kind]);
  return examples;
}

function examplesOfPhrase(
  candidates: readonly Candidate[],
  label: number,
  weight: number,
): readonly Example[] {
  const best = [...candidates].sort((a, b) => b.mixed - a.mixed).slice(0, EXAMPLES_PER_PHRASE);
  return best.map((candidate) => ({
    description: describe(candidate, candidates),
    isRight: candidate.label === label,
    weight,
  }));
}

function subset(set: TrainingSet, indexes: readonly number[]): TrainingSet {
  const raws = indexes.flatMap((index): RawVector[] => {
    const raw = set.raws[index];
    return raw === undefined ? [] : [raw];
  });
  return { ...set, raws, labels: Int32Array.from(indexes, (index) => set.labels[index] ?? 0) };
}
