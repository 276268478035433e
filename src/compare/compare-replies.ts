// What the bot said to each question and what it will say, where the two differ.
import type { Decision } from "../search/decide.ts";
import type { Outcome } from "../search/explanation.ts";
import type { Matcher } from "../search/matcher.ts";

export interface Reply {
  readonly outcome: Outcome;
  /** What is answered, or the likeliest of what is offered: the other buttons come and go with every edit. */
  readonly ids: readonly string[];
}

/** Questions whose reply changes in the same way. */
export interface ReplyGroup {
  readonly weight: ReplyWeight;
  readonly before: Reply;
  readonly after: Reply;
  readonly questions: readonly string[];
}

/**
 * How much a change matters to parents: another answer may be a wrong one, a lost one sends them to a person, a new one
 * helps or misleads; the rest is another button or another pointer.
 */
export type ReplyWeight = "other-answer" | "lost-answer" | "new-answer" | "minor";

const WEIGHTS: readonly ReplyWeight[] = ["other-answer", "lost-answer", "new-answer", "minor"];

/** What is compared; `newIds` has the present ids of items that had others. */
export interface Versions {
  readonly before: Matcher;
  readonly after: Matcher;
  readonly newIds: ReadonlyMap<string, string>;
}

/** Most important first, and within that the largest group first. */
export function compareReplies(
  questions: readonly string[],
  { before, after, newIds }: Versions,
): readonly ReplyGroup[] {
  const groups = new Map<
    string,
    Omit<ReplyGroup, "questions"> & { readonly questions: string[] }
  >();
  for (const question of questions) {
    const old = replyOf(before.decide(question), newIds);
    const current = replyOf(after.decide(question));
    const key = JSON.stringify([old, current]);
    if (JSON.stringify(old) === JSON.stringify(current)) continue;
    const group = groups.get(key) ?? {
      weight: weightOf(old, current),
      before: old,
      after: current,
      questions: [],
    };
    group.questions.push(question);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
      b.questions.length - a.questions.length,
  );
}

function replyOf(
  { outcome, answers, suggestions }: Decision,
  newIds: ReadonlyMap<string, string> = new Map(),
): Reply {
  const shown = outcome === "suggest" ? suggestions.slice(0, 1) : answers;
  return { outcome, ids: shown.map(({ item }) => newIds.get(item.id) ?? item.id) };
}

function weightOf(before: Reply, after: Reply): ReplyWeight {
  const did = before.outcome === "answer";
  const does = after.outcome === "answer";
  if (did && does) return "other-answer";
  if (did) return "lost-answer";
  return does ? "new-answer" : "minor";
}
