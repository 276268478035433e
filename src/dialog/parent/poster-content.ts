// What stands on a poster: whose bot, where the code leads, what one can ask.
import type { Faq } from "../../faq/faq.ts";
import { botLink, entryLink } from "../deep-link.ts";
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

/** As much of the content as is needed to choose. */
interface Questions {
  readonly categories: readonly { readonly id: string }[];
  readonly entries: readonly {
    readonly id: string;
    readonly categoryId: string;
    readonly question: string;
  }[];
}

const MAX_EXAMPLES = 3;

/** Of different categories where there are enough; that of `entryId`, which the poster's link opens, comes first. */
export function exampleQuestions({ categories, entries }: Questions, entryId?: string): readonly string[] {
  const linked = entries.filter(({ id }) => id === entryId);
  const others = categories.flatMap(({ id }) =>
    linked.some(({ categoryId }) => categoryId === id)
      ? []
      : entries.filter(({ categoryId }) => categoryId === id).slice(0, 1),
  );
  const examples = new Set([...linked, ...others, ...entries]);
  return Array.from(examples, ({ question }) => question).slice(0, MAX_EXAMPLES);
}
