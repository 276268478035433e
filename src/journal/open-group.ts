// What is left to an administrator of what people asked: questions alike that nobody has dealt with.
import type { QuestionGroup } from "./group-questions.ts";
import type { VoteReason } from "./records.ts";

/** Questions that were not solved or not surely, and among them those whose answer people voted down. */
export const POOLS = ["unanswered", "disliked"] as const;
export type Pool = (typeof POOLS)[number];

/** Where somebody takes a question up: in one of those lists, or in the journal, where each stands for itself. */
export const DOORS = [...POOLS, "journal"] as const;
export type Door = (typeof DOORS)[number];

export interface OpenGroup extends QuestionGroup {
  /** What was wrong with the answers, where people said so: how often each. */
  readonly reasons: ReadonlyMap<VoteReason, number>;
  /** The entries it was answered with, where that did not help. */
  readonly answeredWith: readonly string[];
}

/** Whether to take it off the list keeps off what is asked alike later; what was replied to is looked at, and stays news. */
export function hidesAlike({ why }: Pick<OpenGroup, "why">, door: Door): boolean {
  return door === "journal" || (door === "unanswered" && (why.has("unknown") || why.has("left-open")));
}
