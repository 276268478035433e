// What is kept of the talk: the questions with what came of them, and the votes on answers.
import type { Outcome } from "../faq/outcome.ts";

/**
 * What tells that a reply did not do: a vote against it, the same question in other words, a hand-over to a person, a
 * typed "не то".
 */
export const SETBACKS = ["disliked", "asked-again", "handed-over", "not-that"] as const;
export type Setback = (typeof SETBACKS)[number];

/** So long after a question something counts as its setback: later it is another matter. */
export const SETBACK_MS = 10 * 60_000;

export interface AskedQuestion {
  /** Made from the update, so that handling it again records nothing twice. */
  readonly id: string;
  /** Unix time in milliseconds. */
  readonly at: number;
  /** Masked: without phone numbers, addresses and the like. Cut where it is long (text/cut-question). */
  readonly text: string;
  readonly outcome: Outcome;
  /** The first answer: an entry or a side topic. */
  readonly itemId: string | undefined;
  /** Of the first answer or, without one, of the first suggestion: 0…1. */
  readonly confidence: number | undefined;
  readonly place: "private" | "group";
  /** A hash with the salt of the day, for counting people within a day and for nothing else. */
  readonly person: string;
  /** The suggestion that was tapped. */
  readonly chosenEntryId: string | undefined;
  /** What an administrator did about it: "hidden:<question id>", "reviewed:<question id>", "taught:<entry id>" or "taught:<entry id>:<edit id>". */
  readonly handled: string | undefined;
  /** What followed within SETBACK_MS and says that the reply did not do; the first of several. */
  readonly setback: Setback | undefined;
}

/** What the asker ended up with: an entry or a side topic. */
export function itemGiven({
  chosenEntryId,
  itemId,
}: Pick<AskedQuestion, "chosenEntryId" | "itemId">): string | undefined {
  return chosenEntryId ?? itemId;
}

type Judged = Pick<AskedQuestion, "outcome" | "chosenEntryId" | "confidence" | "setback">;

/**
 * So sure is a pointer elsewhere that counts as solved: as sure as an answer has to be (the threshold of a content that
 * sets none). Pointers are given from 0.3 on, since a wrong one does little harm; but it does no good either.
 */
export const LEAST_SURE_POINTER = 0.5;

/** Answered, pointed elsewhere for sure, or one of the suggestions tapped; and nothing followed that tells otherwise. */
export function isSolved({ outcome, chosenEntryId, confidence, setback }: Judged): boolean {
  if (setback !== undefined) return false;
  if (outcome === "suggest") return chosenEntryId !== undefined;
  return outcome === "answer" || (outcome === "topic" && (confidence ?? 1) >= LEAST_SURE_POINTER);
}

/**
 * Replies that are less sure are to be looked at: of answers the tenth next to the threshold, and pointers that do not
 * count as solved.
 */
const LEAST_SURE = 0.6;

/** Why a question is left to an administrator, in the order in which the reasons are shown. */
export const OPEN_REASONS = ["unknown", "left-open", ...SETBACKS, "unsure"] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/** Undefined where the reply was sure and nothing tells that it did not do. */
export function whyOpen(question: Judged): OpenReason | undefined {
  const { outcome, chosenEntryId, confidence, setback } = question;
  if (outcome === "smalltalk") return undefined;
  if (outcome === "none") return "unknown";
  if (setback !== undefined) return setback;
  if (outcome === "suggest") return chosenEntryId === undefined ? "left-open" : undefined;
  return (confidence ?? 1) < LEAST_SURE ? "unsure" : undefined;
}

export const VOTE_VALUES = ["up", "down"] as const;
export type VoteValue = (typeof VOTE_VALUES)[number];

/** Why an answer did not help, in the order in which the reasons are shown. */
export const VOTE_REASONS = ["not-my-question", "unclear", "outdated"] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

/** Whether an answer helped. */
export interface Vote {
  /** A hash of the person and the entry: it says who votes again, and not who that is or what else they voted on. */
  readonly voter: string;
  readonly entryId: string;
  readonly value: VoteValue;
  /** Why not, where the voter told. */
  readonly reason: VoteReason | undefined;
  /** The question that was answered so; undefined where the entry was opened from the menu. */
  readonly questionId: string | undefined;
  /** Unix time in milliseconds. */
  readonly at: number;
}
