// What stands on a poster: whose bot, where the code leads, what one can ask.
import type { Faq } from "../../faq/faq.ts";
import { botLink, entryLink } from "../deep-link.ts";
import { exampleQuestions } from "./example-questions.ts";
import type { Poster } from "../reply.ts";

/** A poster of the bot; its code opens the entry of this id where there is one. */
export function posterOf(faq: Faq, username: string, entryId = ""): Poster {
  const entry = faq.entries.find(({ id }) => id === entryId);
  return {
    organization: faq.organization.name,
    url: entry === undefined ? botLink(username) : entryLink(username, entry.id),
    questions: exampleQuestions(faq, entry?.id),
  };
}
