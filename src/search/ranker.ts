// The ranker: three opinions on which class a text belongs to, as numbers that a calibration can weigh.
import { trainComplementBayes } from "./complement-bayes.ts";
import type { FeatureSpace, TextFeatures } from "./feature-space.ts";
import { trainGate } from "./gate.ts";
import { softmax, trainLinear } from "./linear.ts";
import { createNearest, NOWHERE, type Nearness } from "./nearest.ts";
import type { LabelledRows } from "./postings.ts";
import { bestOfEachKind, withClass } from "./shortlist.ts";
import { ENOUGH_PHRASES, type Habits } from "./recipe.ts";
import { meaningsOfRow, vectorOfRow, type Vector } from "./rows.ts";
import type { Steps } from "./steps.ts";
import type { TrainingSet } from "./training-set.ts";
import { weighRows, weighText, weightingOf } from "./weighting.ts";
import { createWordEvidence, type WordCounts } from "./word-evidence.ts";

/** So many entries, and so many side topics, that Bayes likes best are looked at by the linear model. */
const MAX_SHORTLIST = 16;
/** So many of those that the linear model likes best are compared phrase by phrase. */
const MAX_CANDIDATES = 4;
/** So many rivals each phrase is trained against, of each kind half as many where there are two. */
const MAX_RIVALS = 30;
/** Makes the narrow scores of Bayes into probabilities. */
const BAYES_SHARPNESS = 3;
/** A content with more features learns from stems and pairs alone: it should be live in a second. */
const MAX_GRAM_FEATURES = 300_000;
const FLOOR = 1e-4;
const MAX_IMPORTANCE = 16;

export interface Candidate {
  readonly label: number;
  readonly isSideTopic: boolean;
  readonly nearness: Nearness;
  /** Probabilities among the shortlist. */
  readonly linear: number;
  readonly bayes: number;
  /** All three opinions in one number, a logarithm of a likelihood up to a constant. */
  readonly mixed: number;
  /** The linear model's logit: unlike the probabilities it is low for all candidates where none fits. */
  readonly logit: number;
  /** Of the weight of the text's words the share that the class has, and of its nearest phrase's that the text has. */
  readonly ownShare: number;
  readonly cover: number;
  readonly evidence: Evidence;
}

/** What is the same for all candidates of one text. */
export interface Evidence {
  /** Share of the squared weight of the words that are known, 0…1. */
  readonly knownShare: number;
  readonly wordCount: number;
  readonly words: WordCounts;
  /** What is learnt from: how many classes, and how many phrases each has in the mean. */
  readonly classCount: number;
  readonly phrasesPerClass: number;
  /** Whether it is one for the entries at all, as a logit. */
  readonly gate: number;
}

export interface Ranker {
  /** Candidates for a text, in no particular order. */
  candidatesOf(text: TextFeatures): readonly Candidate[];
  /** Candidates for a row of the content, whether the ranker was trained on it or not. */
  candidatesOfRow(row: number): readonly Candidate[];
  /** How near a text is to the phrases of one class. */
  nearnessTo(label: number, text: TextFeatures): Nearness;
  /** Whether some phrase of a class has the one word of a text. */
  hasWord(label: number, word: TextFeatures): boolean;
  /** The weight the linear model gives to a feature for a class, for explanations. */
  weight(feature: number, label: number): number;
}

/** Trains on some rows. Deterministic; linear in their number. */
export function* trainRanker(set: TrainingSet, all: Int32Array): Steps<Ranker> {
  const { look, lookAtRow } = yield* trainGate(set, all);
  const members = all.filter((row) => (set.labels[row] ?? 0) < set.classCount);
  const { space, rows, classCount, isSideTopic, weights, opinions } = set;
  const weighting = weightingOf(rows, members, space, weights);
  yield;
  const values = weighRows(rows, weighting);
  yield;
  const byClass = membersByClass(members, set.labels, classCount);
  const phrases: LabelledRows = { rows, values, members: byClass, featureCount: space.size };
  const bayes = trainComplementBayes(phrases);
  const rivalsOfKind = isSideTopic.includes(1) ? MAX_RIVALS / 2 : MAX_RIVALS;
  const rivals: Int32Array[] = [];
  for (const [label, own] of byClass.entries()) {
    for (const row of own) {
      // The stems and pairs alone, which tell the rivals well enough and are five times fewer.
      const { classes, scores } = bayes.score(meaningsOfRow(rows, values, row));
      rivals.push(withClass(bestOfEachKind(scores, classes, isSideTopic, rivalsOfKind), label));
      yield;
    }
  }
  const hasEnough = meanPhrases(byClass, isSideTopic, 0) >= ENOUGH_PHRASES;
  const linear = yield* trainLinear({
    texts: phrases,
    featureCount: learnsGrams() ? space.size : space.meaningCount,
    learnsAbsence: hasEnough,
    rivals,
    importance: importanceOf(
      members.map((row) => set.labels[row] ?? 0),
      isSideTopic,
    ),
  });
  const nearest = createNearest(phrases);
  const words = createWordEvidence(phrases, weighting, isSideTopic);
  const filled = byClass.filter((own) => own.length > 0).length;
  const likelihoods = new Float64Array(classCount);
  const placeOf = new Int32Array(classCount);

  /**
   * Whether the linear model learns from n-grams too: it gains by them, unless there are side topics and the entries have
   * few phrases, when small talk is learnt by heart and takes what was asked; and unless it would take too long
   * (measured; docs/search.md).
   */
  function learnsGrams(): boolean {
    const isSafe = hasEnough || meanPhrases(byClass, isSideTopic, 1) === 0;
    return isSafe && rows.ids.length <= MAX_GRAM_FEATURES;
  }

  function candidatesOf(vector: Vector, unknownWords: number, gate: number): readonly Candidate[] {
    const { classes, scores } = bayes.score(vector);
    const shortlist = bestOfEachKind(scores, classes, isSideTopic, MAX_SHORTLIST);
    const byBayes = softmax(
      Float64Array.from(shortlist, (c) => scores[c] ?? 0),
      BAYES_SHARPNESS,
    );
    const logits = linear.score(vector, shortlist);
    const byLinear = softmax(logits);
    const counts = words.countsOf(vector, unknownWords);
    const evidence = {
      ...evidenceOf(vector, space),
      words: counts,
      gate,
      classCount: filled,
      phrasesPerClass: members.length / Math.max(1, filled),
    };
    for (const [place, label] of shortlist.entries()) {
      likelihoods[label] = byLinear[place] ?? 0;
      placeOf[label] = place;
    }
    const best = bestOfEachKind(likelihoods, shortlist, isSideTopic, MAX_CANDIDATES);
    return nearest.lookUp(vector, best).map((nearness, at) => {
      const label = best[at] ?? 0;
      const place = placeOf[label] ?? 0;
      const linear = Math.max(byLinear[place] ?? 0, FLOOR);
      const bayes = Math.max(byBayes[place] ?? 0, FLOOR);
      const mixed = mix({ linear, bayes, nearness }, opinions);
      return {
        label,
        isSideTopic: isSideTopic[label] === 1,
        nearness,
        linear,
        bayes,
        mixed,
        logit: logits[place] ?? 0,
        ownShare: words.ownShareOf(vector, counts, label),
        cover: words.coverOf(vector, nearness.bestPhrase),
        evidence,
      };
    });
  }

  return {
    candidatesOf: (text) => candidatesOf(weighText(text, weighting), text.unknown.meaningful, look(text)),
    candidatesOfRow: (row) => candidatesOf(vectorOfRow(rows, values, row), 0, lookAtRow(row)),
    hasWord: (label, { ids }) => words.hasWord(label, ids[0]),
    nearnessTo: (label, text) => nearest.lookUp(weighText(text, weighting), [label])[0] ?? NOWHERE,
    weight: (feature, label) => linear.weight(feature, label),
  };
}

/** The linear model is the best of the opinions with many phrases, the others with few. */
function mix(
  { linear, bayes, nearness }: Pick<Candidate, "linear" | "bayes" | "nearness">,
  shares: Habits["opinions"],
): number {
  return shares.linear * Math.log(linear) + shares.bayes * Math.log(bayes) + shares.nearness * nearness.topMean;
}

/** The mean number of phrases of the entries, or of the side topics, that have any. */
function meanPhrases(byClass: readonly Int32Array[], isSideTopic: Uint8Array, kind: 0 | 1): number {
  const own = byClass.filter((members, label) => isSideTopic[label] === kind && members.length > 0);
  return own.reduce((sum, members) => sum + members.length, 0) / Math.max(1, own.length);
}

function membersByClass(members: Int32Array, labels: Int32Array, classCount: number): readonly Int32Array[] {
  const lists: number[][] = Array.from({ length: classCount }, () => []);
  for (const row of members) lists[labels[row] ?? 0]?.push(row);
  return lists.map((list) => Int32Array.from(list));
}

/**
 * How much a phrase of each class counts: entries together as much as side topics together. What the bot is for is not less
 * asked for because somebody wrote many phrases of small talk.
 */
export function importanceOf(labels: Int32Array, isSideTopic: Uint8Array): Float32Array {
  let sideTopics = 0;
  for (const label of labels) sideTopics += isSideTopic[label] ?? 0;
  const entries = labels.length - sideTopics;
  const half = labels.length / 2;
  const bounded = (count: number) =>
    count === 0 || count === labels.length ? 1 : Math.min(MAX_IMPORTANCE, Math.max(1 / MAX_IMPORTANCE, half / count));
  const [ofEntry, ofSideTopic] = [bounded(entries), bounded(sideTopics)];
  return Float32Array.from(isSideTopic, (sideTopic) => (sideTopic === 1 ? ofSideTopic : ofEntry));
}

function evidenceOf(
  { ids, values, start, end }: Vector,
  { stemCount }: FeatureSpace,
): Pick<Evidence, "knownShare" | "wordCount"> {
  let knownShare = 0;
  let wordCount = 0;
  for (let at = start; at < end; at++) {
    const value = values[at] ?? 0;
    knownShare += value * value;
    if (value > 0 && (ids[at] ?? 0) < stemCount) wordCount += 1;
  }
  return { knownShare, wordCount };
}
