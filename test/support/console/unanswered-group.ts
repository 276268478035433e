// Groups of questions for tests.
import type { UnansweredGroup } from "../../../src/console/api.ts";

export function groupOf(
  questionId: string,
  changes: Partial<UnansweredGroup> = {},
): UnansweredGroup {
  return {
    questionId,
    text: `вопрос ${questionId}`,
    otherTexts: [],
    count: 1,
    people: 1,
    lastAt: Date.parse("2026-11-20T12:00:00Z"),
    reasons: [],
    answeredWith: [],
    guesses: [],
    now: { outcome: "none", items: [] },
    phrase: `вопрос ${questionId}`,
    ...changes,
  };
}
