// What a draft does to answers, a row a question.
import type { ReplyWeight } from "../../../compare/compare-replies.ts";
import type { CompareResult, TitledReply } from "../../../console/api.ts";
import * as wording from "./wording.ts";

export interface CompareRow {
  readonly question: string;
  /** Undefined where the answer stays. */
  readonly weight: ReplyWeight | undefined;
  readonly before: TitledReply;
  readonly after: TitledReply;
}

type Compared = Extract<CompareResult, { readonly kind: "compared" }>;

/** In the order of the list, or, of what was asked lately, the weightiest first. */
export function compareRows({ changes, replies }: Compared): readonly CompareRow[] {
  const changed = changes.flatMap(({ questions, ...change }) =>
    questions.map((question) => ({ question, ...change })),
  );
  if (replies.length === 0) return changed;
  const weights = new Map(changed.map(({ question, weight }) => [question, weight]));
  return replies.map((reply) => ({ ...reply, weight: weights.get(reply.question) }));
}

export function onlyChanged(rows: readonly CompareRow[]): readonly CompareRow[] {
  return rows.filter(({ weight }) => weight !== undefined);
}

export function weightInWords(weight: ReplyWeight | undefined): string {
  return weight === undefined ? wording.SAME : wording.WEIGHTS[weight];
}

export function replyInWords({ outcome, titles }: TitledReply): string {
  const named = titles.map((title) => `«${title}»`).join(", ");
  switch (outcome) {
    case "answer":
      return named;
    case "suggest":
      return wording.offers(named);
    case "topic":
      return wording.topic(named);
    case "smalltalk":
      return wording.smallTalk(named);
    case "none":
      return wording.KNOWS_NOT;
  }
}
