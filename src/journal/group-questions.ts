// Questions that mean the same put together, those of most people first: what an administrator reads instead of a log.
import type { Faq } from "../faq/faq.ts";
import type { Decision, Scored } from "../search/decide.ts";
import { atOnce, type Steps } from "../search/steps.ts";
import { groupBy } from "./counts.ts";
import { groupByLikeness } from "./likeness.ts";
import { itemGiven, OPEN_REASONS, whyOpen, type AskedQuestion, type OpenReason } from "./records.ts";
import { readQuestions, type Wording } from "./read-questions.ts";

/** What is needed of a recorded question. */
export type Groupable = Omit<AskedQuestion, "place" | "handled">;

export interface QuestionGroup {
  /** The wording that stands for all: the most frequent one. */
  readonly text: string;
  /** Ids of the questions, in the order in which they came in. */
  readonly ids: readonly string[];
  /** Other wordings, most frequent first. */
  readonly otherTexts: readonly string[];
  /** Somebody who asks on two days counts twice: more is not known. */
  readonly people: number;
  /** When it was last asked, Unix ms. */
  readonly lastAt: number;
  /** Why it is left to an administrator: how many of the questions for each reason. */
  readonly why: ReadonlyMap<OpenReason, number>;
  /** The items that it was replied with where something tells that they did not do. */
  readonly inVain: readonly string[];
}

/** The same without a pause, for whoever has nothing else to do. */
export function groupQuestions(questions: readonly Groupable[], faq: Faq): readonly QuestionGroup[] {
  return atOnce(groupInSteps(questions, faq));
}

/**
 * Groups questions as the matcher reads them: repaired, without courtesies, by stems and synonyms. What most people
 * asked comes first, of equal ones the most frequent, then the last asked; the same for the same questions in any order. Time is linear in the questions, whatever
 * stands in them: 10,000 that people ask take about a second.
 */
export function* groupInSteps(questions: readonly Groupable[], faq: Faq): Steps<readonly QuestionGroup[]> {
  const inOrder = [...questions].sort((a, b) => a.at - b.at || compare(a.id, b.id));
  const { wordings, phrases } = yield* readQuestions(inOrder, faq);
  const sketches = wordings.map(({ stems }) => stems);
  const { groups: alike } = yield* groupByLikeness(sketches, phrases);
  const groups: QuestionGroup[] = [];
  for (const indexes of alike) {
    groups.push(groupOf(indexes.flatMap((index) => wordings[index] ?? [])));
    yield;
  }
  return groups.sort(
    (a, b) => b.people - a.people || b.ids.length - a.ids.length || b.lastAt - a.lastAt || compare(a.text, b.text),
  );
}

/** The entries that come nearest to what a group asks, best first: `decide` is the matcher's. */
export function guessEntries(
  { text }: Pick<QuestionGroup, "text">,
  decide: (text: string) => Decision,
  count: number,
): readonly Scored[] {
  return decide(text).nearest.slice(0, count);
}

function groupOf(wordings: readonly Wording<Groupable>[]): QuestionGroup {
  const members = wordings.flatMap((wording) => wording.members).sort((a, b) => a.at - b.at || compare(a.id, b.id));
  const texts = [...groupBy(members, ({ text }) => text.trim())].sort(([, a], [, b]) => b.length - a.length);
  const why = groupBy(members, whyOpen);
  const [first = "", ...others] = texts.map(([text]) => text);
  return {
    text: first,
    ids: members.map(({ id }) => id),
    otherTexts: others,
    people: new Set(members.map(({ person }) => person)).size,
    lastAt: members.at(-1)?.at ?? 0,
    why: new Map(OPEN_REASONS.flatMap((reason) => counted(reason, why.get(reason)))),
    inVain: [...new Set(members.flatMap((one) => (one.setback && itemGiven(one)) ?? []))],
  };
}

function counted(reason: OpenReason, members: readonly Groupable[] = []) {
  return members.length === 0 ? [] : [[reason, members.length] as const];
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
