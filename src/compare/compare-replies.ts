// What the bot said to each question and what it will say, where the two differ.
import type { Decision } from "../search/decide.ts";
import type { Outcome } from "../faq/outcome.ts";
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

/** A question with its reply in both versions. */
export interface ComparedReply {
  readonly question: string;
  readonly before: Reply;
  readonly after: Reply;
}

/** Most important first, and within that the largest group first. */
export function compareReplies(questions: readonly string[], versions: Versions): readonly ReplyGroup[] {
  return groupChanges(repliesOf(questions, versions));
}

/** What each question gets, in their order. */
export function repliesOf(questions: readonly string[], { before, after, newIds }: Versions): readonly ComparedReply[] {
  return questions.map((question) => ({
    question,
    before: replyOf(before.decide(question), newIds),
    after: replyOf(after.decide(question)),
  }));
}

/** Those whose reply differs, as `compareReplies` has them. */
export function groupChanges(replies: readonly ComparedReply[]): readonly ReplyGroup[] {
  const groups = new Map<string, Omit<ReplyGroup, "questions"> & { readonly questions: string[] }>();
  for (const { question, before, after } of replies) {
    const key = JSON.stringify([before, after]);
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    const group = groups.get(key) ?? {
      weight: weightOf(before, after),
      before,
      after,
      questions: [],
    };
    group.questions.push(question);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || b.questions.length - a.questions.length,
  );
}

function replyOf({ outcome, answers, suggestions }: Decision, newIds: ReadonlyMap<string, string> = new Map()): Reply {
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
