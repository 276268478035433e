// Regression cases run against the matcher: every question still gets the reply it has to.
import { NONE, type Case } from "../faq/parse-cases.ts";
import { problem, type Problem, type ActualReply } from "../faq/problems/problem.ts";
import type { Decision } from "../search/decide.ts";
import type { Matcher } from "../search/matcher.ts";
import type { Steps } from "../search/steps.ts";

/** An error for each case that does not hold, in their order. */
export function* runCases(cases: readonly Case[], matcher: Matcher): Steps<readonly Problem[]> {
  const failed: Problem[] = [];
  for (const { question, expected, place } of cases) {
    const decision = matcher.decide(question);
    if (!isRight(decision, expected)) {
      const got = replyOf(question, decision, matcher);
      failed.push(problem("failed-case", place, { question, expected, got }));
    }
    yield;
  }
  return failed;
}

/** Where none is expected, everything but a direct answer is right: buttons, a pointer elsewhere, small talk. */
function isRight({ outcome, answers }: Decision, expected: readonly string[]): boolean {
  if (answers.some(({ item }) => expected.includes(item.id))) return true;
  return outcome !== "answer" && expected.includes(NONE);
}

function replyOf(question: string, decision: Decision, matcher: Matcher): ActualReply {
  const { outcome, answers, suggestions } = decision;
  const shown = answers.length > 0 ? answers : suggestions;
  const [first] = shown;
  const explained = matcher
    .explain(question)
    .candidates.find(({ kind, id }) => kind === first?.item.kind && id === first.item.id);
  return {
    outcome,
    ids: shown.map(({ item }) => item.id),
    confidence: first?.confidence ?? 0,
    nearestPhrase: explained?.nearestPhrase || undefined,
  };
}
