// How a list that somebody is at work on takes in what has come meanwhile: nothing moves under their hand.
import type { UnansweredGroup } from "../../../console/unanswered/unanswered-api.ts";

export interface Shown extends UnansweredGroup {
  /** It came while the list was looked at. */
  readonly isFresh: boolean;
}

/** The list as the server orders it. */
export function firstList(groups: readonly UnansweredGroup[]): readonly Shown[] {
  return groups.map((group) => ({ ...group, isFresh: false }));
}

/** What is shown keeps its order with the newest figures; what is new comes last; what is gone goes. */
export function settle(
  shown: readonly Shown[],
  groups: readonly UnansweredGroup[],
): readonly Shown[] {
  const byId = new Map(groups.map((group) => [group.questionId, group]));
  const known = new Set(shown.map(({ questionId }) => questionId));
  const kept = shown.flatMap(({ questionId, isFresh }) => {
    const group = byId.get(questionId);
    return group === undefined ? [] : [{ ...group, isFresh }];
  });
  const added = groups.filter(({ questionId }) => !known.has(questionId));
  return [...kept, ...added.map((group) => ({ ...group, isFresh: true }))];
}

/** Which group comes to hand when this one is done: the next, at the end the one before; undefined for none. */
export function nextOf(shown: readonly Shown[], questionId: string): string | undefined {
  const at = shown.findIndex((group) => group.questionId === questionId);
  return (shown[at + 1] ?? shown[at - 1])?.questionId;
}

/** The group so many places further; the same at the ends. */
export function moved(shown: readonly Shown[], questionId: string, by: number): string {
  const at = shown.findIndex((group) => group.questionId === questionId);
  return shown[at + by]?.questionId ?? questionId;
}
