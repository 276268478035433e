// The items that a decision shows, with their titles.
import { titleOf, type TaughtContent } from "../dialog/taught-content.ts";
import type { Decision } from "../search/decide.ts";
import type { Titled } from "./api.ts";

/** What is answered with, or what is offered where nothing is. */
export function shownItems(
  { outcome, answers, suggestions }: Pick<Decision, "outcome" | "answers" | "suggestions">,
  content: Pick<TaughtContent, "faq">,
): readonly Titled[] {
  const shown = outcome === "suggest" ? suggestions : answers;
  return shown.map(({ item: { id } }) => ({ id, title: titleOf(content, id) ?? id }));
}
