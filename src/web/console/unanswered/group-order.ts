// How a list that somebody is at work on takes in what has come meanwhile: nothing moves under their hand.
import type { UnansweredGroup } from "../../../console/unanswered/unanswered-api.ts";

export interface Shown extends UnansweredGroup {
  /** It came while the list was looked at. */
  readonly isFresh: boolean;
}

/**
 * What is shown keeps its order with the newest figures; what is new comes last; what is gone goes. Undefined: nothing is
 * shown yet, and the order is that of the server.
 */
export function settle(shown: readonly Shown[] | undefined, groups: readonly UnansweredGroup[]): readonly Shown[] {
  if (shown === undefined) return groups.map((group) => ({ ...group, isFresh: false }));
  const kept = shown.flatMap(({ questionId, isFresh }) => {
    const group = groups.find((one) => one.questionId === questionId);
    return group === undefined ? [] : [{ ...group, isFresh }];
  });
  const added = groups.filter(({ questionId }) => !shown.some((one) => one.questionId === questionId));
  return [...kept, ...added.map((group) => ({ ...group, isFresh: true }))];
}
