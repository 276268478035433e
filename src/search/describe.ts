// A candidate beside its rivals, in the numbers that a calibration weighs.
import type { Candidate } from "./ranker.ts";

/** Below this a candidate is as good as excluded. */
const WORST_MIXED = -12;
/** A rival that is always there: what the content does not know. Without it a lone candidate would have all the lead. */
const IMAGINARY_MIXED = -3.5;

/** What `describe` gives, in its order. */
export const DESCRIPTION = [
  "share of the mixture",
  "lead in the mixture",
  "linear",
  "Bayes",
  "nearest phrase",
  "nearest phrases",
  "lead in nearness",
  "share of known features",
  "words",
  "nearness of what is known",
  "side topic",
  "logit",
  "share of words the class has",
  "cover of the nearest phrase",
  "words the class has, and the phrase",
  "share of known words with a meaning",
  "words with a meaning that entries have",
  "words with a meaning that no entry has",
  "classes",
  "phrases of a class",
  "logit against strangers",
] as const;

export function describe(candidate: Candidate, rivals: readonly Candidate[]): Float64Array {
  let nearestRival = 0;
  let rivalMixed = IMAGINARY_MIXED;
  let sum = Math.exp(IMAGINARY_MIXED);
  for (const rival of rivals) {
    sum += Math.exp(rival.mixed);
    if (rival.label === candidate.label) continue;
    nearestRival = Math.max(nearestRival, rival.nearness.topMean);
    rivalMixed = Math.max(rivalMixed, rival.mixed);
  }
  const { isSideTopic, nearness, linear, bayes, mixed, evidence } = candidate;
  const { words } = evidence;
  // For a side topic the words of side topics are its own kind's, and no sign of a stranger.
  const outside = isSideTopic ? words.unknown : words.outside;
  return Float64Array.of(
    Math.max(mixed - Math.log(sum), WORST_MIXED),
    mixed - rivalMixed,
    Math.log(linear),
    Math.log(bayes),
    nearness.best,
    nearness.topMean,
    nearness.topMean - nearestRival,
    evidence.knownShare,
    Math.log1p(evidence.wordCount),
    nearness.topMean * evidence.knownShare,
    isSideTopic ? 1 : 0,
    candidate.logit,
    candidate.ownShare,
    candidate.cover,
    candidate.ownShare * candidate.cover,
    words.knownShare,
    Math.log1p(words.inside + words.outside - outside),
    Math.log1p(outside),
    Math.log(evidence.classCount),
    Math.log(evidence.phrasesPerClass),
    isSideTopic ? 0 : evidence.gate,
  );
}
