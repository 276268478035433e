// What a question gets from the bot now, as the pages show it.
import { titleOf, type TaughtContent } from "../dialog/taught-content.ts";
import type { Decision } from "../search/decide.ts";
import type { UnansweredGroup } from "./api.ts";

/** The items are what is answered with, or what is offered where nothing is. */
export function replyNow(
  { outcome, answers, suggestions }: Pick<Decision, "outcome" | "answers" | "suggestions">,
  content: Pick<TaughtContent, "faq">,
): UnansweredGroup["now"] {
  const shown = outcome === "suggest" ? suggestions : answers;
  const items = shown.map(({ item: { id } }) => ({ id, title: titleOf(content, id) }));
  return { outcome, items };
}
