// The figures of an evaluation: how often the matcher was right, in one tap, wrong, rightly silent.
import type { Decision } from "../search/decide.ts";
import type { SampleRow } from "./sample.ts";

/** Shares 0…1; undefined where the sample has no row to measure it on. */
export interface Figures {
  readonly rows: number;
  /** Outcome `answer` with an expected id among the answers. */
  readonly directRight: number | undefined;
  /** An expected id among the answers or the first three suggestions. */
  readonly oneTap: number | undefined;
  /** Outcome `answer` without an expected id. */
  readonly wrongDirect: number | undefined;
  /** The first of answers, then suggestions, is expected. */
  readonly firstRight: number | undefined;
  /** Outcome `answer` to a message out of scope. */
  readonly falseAnswer: number | undefined;
  /** Outcome `smalltalk` for a row of kind `chitchat`. */
  readonly smalltalkRight: number | undefined;
}

export interface Judged {
  readonly row: SampleRow;
  readonly decision: Decision;
}

const SUGGESTIONS_SHOWN = 3;

export function figuresOf(judged: readonly Judged[]): Figures {
  const inScope = judged.filter(({ row }) => row.expected.length > 0);
  const outOfScope = judged.filter(({ row }) => row.expected.length === 0);
  const chitchat = judged.filter(({ row }) => row.kind === "chitchat");
  return {
    rows: judged.length,
    directRight: share(inScope, isDirectRight),
    oneTap: share(inScope, isOneTap),
    wrongDirect: share(inScope, (one) => isAnswered(one) && !isDirectRight(one)),
    firstRight: share(inScope, isFirstRight),
    falseAnswer: share(outOfScope, isAnswered),
    smalltalkRight: share(chitchat, ({ decision }) => decision.outcome === "smalltalk"),
  };
}

/** Whether a row is worth showing among the misses. */
export function isMiss(one: Judged): boolean {
  if (one.row.expected.length > 0) return !isFirstRight(one);
  return isAnswered(one) || (one.row.kind === "chitchat" && one.decision.outcome !== "smalltalk");
}

function share(judged: readonly Judged[], holds: (one: Judged) => boolean): number | undefined {
  return judged.length === 0 ? undefined : judged.filter(holds).length / judged.length;
}

function isAnswered({ decision }: Judged): boolean {
  return decision.outcome === "answer";
}

/** Ids the decision answers with: none when the answer is a side topic, whose ids are not those of entries. */
function answeredIds({ decision }: Judged): readonly string[] {
  return decision.answers.map(({ item }) => item.id);
}

function suggestedIds({ decision }: Judged): readonly string[] {
  return decision.suggestions.map(({ item }) => item.id);
}

function isDirectRight(one: Judged): boolean {
  return isAnswered(one) && answeredIds(one).some((id) => one.row.expected.includes(id));
}

function isOneTap(one: Judged): boolean {
  const offered = [...answeredIds(one), ...suggestedIds(one).slice(0, SUGGESTIONS_SHOWN)];
  return offered.some((id) => one.row.expected.includes(id));
}

function isFirstRight(one: Judged): boolean {
  const first = [...answeredIds(one), ...suggestedIds(one)][0];
  return first !== undefined && one.row.expected.includes(first);
}
