// What a question gets from the bot now, as the pages show it.
import type { Decision } from "../../search/decide.ts";
import type { UnansweredGroup } from "./unanswered-api.ts";

/** The items are what is answered with, or what is offered where nothing is. */
export function replyNow({ outcome, answers, suggestions }: Decision): UnansweredGroup["now"] {
  const shown = outcome === "suggest" ? suggestions : answers;
  return { outcome, items: shown.map(({ item: { id, title } }) => ({ id, title })) };
}
