// Why the matcher decided as it did, in words an administrator understands. Shown by `ask` and the preview.
import type { Outcome } from "../faq/outcome.ts";

/** One repair of what was typed: `vfrc` → `макс` (keyboard layout). */
export interface Repair {
  readonly from: string;
  readonly to: string;
  /** In Russian: "раскладка", "транслит", "опечатка" … */
  readonly how: string;
}

/** A word of the question and what it said for (positive) or against (negative) a candidate. */
export interface WordWeight {
  readonly word: string;
  readonly weight: number;
}

export interface CandidateExplanation {
  readonly kind: "entry" | "topic" | "smalltalk";
  readonly id: string;
  /** The question of an entry, the id of a side topic. */
  readonly title: string;
  /** 0…1; the estimated probability that this is what was asked. */
  readonly confidence: number;
  readonly nearestPhrase: string;
  readonly words: readonly WordWeight[];
}

export interface Explanation {
  readonly question: string;
  /** The words the matcher looked up, after all repairs. */
  readonly understoodAs: string;
  readonly repairs: readonly Repair[];
  readonly outcome: Outcome;
  /** Russian sentences: why it answered, suggested or stayed silent. */
  readonly reasons: readonly string[];
  /** Best first, at most five. */
  readonly candidates: readonly CandidateExplanation[];
}
