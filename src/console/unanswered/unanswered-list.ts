// The groups of questions as the page shows them: best guesses with their reasons, and what the bot does with each now.
import { setImmediate } from "node:timers/promises";
import { hidesAlike, type OpenGroup, type Pool } from "../../journal/open-group.ts";
import { whyInWords } from "../../journal/wording.ts";
import { titleOf, type TaughtContent } from "../../dialog/admin/taught-content.ts";
import { REASONS } from "../../dialog/admin/teach-wording.ts";
import type { Explanation } from "../../search/explain.ts";
import type { OpenQuestions } from "../../teaching/open-questions.ts";
import { phraseOf } from "../../teaching/teach.ts";
import type { UnansweredGroup, UnansweredList } from "./unanswered-api.ts";
import type { Decision } from "../../search/decide.ts";

export interface ListParts {
  readonly questions: Pick<OpenQuestions, "days" | "list">;
  /** The content that is live at the moment. */
  readonly content: () => TaughtContent;
  readonly explain: (text: string) => Explanation;
}

/** As many as somebody deals with at a sitting; each costs the matcher a millisecond. */
const MAX_GROUPS = 100;

export function createUnansweredLists(parts: ListParts): (pool: Pool) => Promise<UnansweredList> {
  /** Groups are made anew where questions or content are others: what is known of one holds as long as it is there. */
  const known = new WeakMap<OpenGroup, UnansweredGroup>();

  async function shown(group: OpenGroup, pool: Pool): Promise<UnansweredGroup> {
    const before = known.get(group);
    if (before !== undefined) return before;
    // Whoever asks the bot something meanwhile does not wait for the whole list.
    await setImmediate();
    const view = viewOf(group, pool, parts);
    known.set(group, view);
    return view;
  }

  return async (pool) => {
    const { questions } = parts;
    const all = await questions.list(pool);
    const others = await questions.list(pool === "unanswered" ? "disliked" : "unanswered");
    const groups: UnansweredGroup[] = [];
    for (const group of all.slice(0, MAX_GROUPS)) groups.push(await shown(group, pool));
    return { days: questions.days, groups, total: all.length, others: others.length };
  };
}

function viewOf(group: OpenGroup, pool: Pool, { content, explain }: ListParts): UnansweredGroup {
  const { text, otherTexts, ids, people, lastAt, answeredWith } = group;
  const current = content();
  return {
    questionId: ids[0] ?? "",
    text,
    otherTexts,
    count: ids.length,
    people,
    lastAt,
    why: whyInWords(group.why),
    hidesAlike: hidesAlike(group, pool),
    reasons: Array.from(group.reasons, ([reason, count]) => ({ title: REASONS[reason], count })),
    answeredWith: answeredWith.map((id) => ({ id, title: titleOf(current, id) })),
    // What did not help once more is no guess, and small talk is nobody's answer.
    guesses: explain(text).candidates.filter(({ kind, id }) => kind !== "smalltalk" && !answeredWith.includes(id)),
    now: replyNow(current.decide(text)),
    phrase: phraseOf(group),
  };
}

/** The items are what is answered with, or what is offered where nothing is. */
export function replyNow({ outcome, answers, suggestions }: Decision): UnansweredGroup["now"] {
  const shown = outcome === "suggest" ? suggestions : answers;
  return { outcome, items: shown.map(({ item: { id, title } }) => ({ id, title })) };
}
