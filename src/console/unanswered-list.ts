// The groups of questions as the page shows them: best guesses with their reasons, and what the bot does with each now.
import { setImmediate } from "node:timers/promises";
import { titleOf, type TaughtContent } from "../dialog/taught-content.ts";
import type { OpenGroup } from "../dialog/teach-list.ts";
import { REASONS } from "../dialog/teach-wording.ts";
import type { Explanation } from "../search/explanation.ts";
import type { OpenQuestions } from "../teach/open-questions.ts";
import { phraseOf } from "../teach/teach-group.ts";
import type { Pool, UnansweredGroup, UnansweredList } from "./api.ts";
import { shownItems } from "./shown-items.ts";

export interface ListParts {
  readonly questions: Pick<OpenQuestions, "days" | "list">;
  /** The content that is live at the moment. */
  readonly content: () => TaughtContent;
  readonly explain: (text: string) => Explanation;
}

/** As many as somebody deals with at a sitting; each costs the matcher a millisecond. */
const MAX_GROUPS = 100;

export async function listUnanswered(pool: Pool, parts: ListParts): Promise<UnansweredList> {
  const { questions } = parts;
  const groups = await questions.list(pool);
  const others = await questions.list(pool === "unanswered" ? "disliked" : "unanswered");
  const shown: UnansweredGroup[] = [];
  for (const group of groups.slice(0, MAX_GROUPS)) {
    shown.push(viewOf(group, parts));
    // Whoever asks the bot something meanwhile does not wait for the whole list.
    await setImmediate();
  }
  return { days: questions.days, groups: shown, total: groups.length, others: others.length };
}

function viewOf(group: OpenGroup, { content, explain }: ListParts): UnansweredGroup {
  const { text, otherTexts, ids, people, lastAt, answeredWith } = group;
  const current = content();
  const { outcome, ...decision } = current.decide(text);
  return {
    questionId: ids[0] ?? "",
    text,
    otherTexts,
    count: ids.length,
    people,
    lastAt,
    reasons: Array.from(group.reasons, ([reason, count]) => ({ title: REASONS[reason], count })),
    answeredWith: answeredWith.map((id) => ({ id, title: titleOf(current, id) ?? id })),
    // What did not help once more is no guess, and small talk is nobody's answer.
    guesses: explain(text).candidates.filter(
      ({ kind, id }) => kind !== "smalltalk" && !answeredWith.includes(id),
    ),
    now: { outcome, items: shownItems({ outcome, ...decision }, current) },
    phrase: phraseOf(group),
  };
}
