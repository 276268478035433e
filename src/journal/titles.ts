// Ids to what people read: the questions of entries, the first phrases of topics.
import type { Faq } from "../faq/faq.ts";
import { REMOVED_ENTRY } from "./wording.ts";

export interface Titles {
  readonly ofEntry: (id: string) => string;
  readonly ofSideTopic: (id: string) => string;
}

/** Titles of at most so many characters. What is no longer in the content is named by its id. */
export function createTitles(faq: Faq, maxLength = Infinity): Titles {
  const entries = new Map(faq.entries.map(({ id, question }) => [id, question]));
  const sideTopics = new Map(
    [...faq.topics, ...faq.smalltalk].map(({ id, phrases }) => [id, phrases[0]]),
  );
  const titleOf = (id: string, title: string | undefined) =>
    cut(title ?? `${REMOVED_ENTRY} «${id}»`, maxLength);
  return {
    ofEntry: (id) => titleOf(id, entries.get(id)),
    ofSideTopic: (id) => titleOf(id, sideTopics.get(id)),
  };
}

function cut(title: string, maxLength: number): string {
  const characters = Array.from(title);
  return characters.length <= maxLength
    ? title
    : `${characters
        .slice(0, maxLength - 1)
        .join("")
        .trimEnd()}…`;
}
