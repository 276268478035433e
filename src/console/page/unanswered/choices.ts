// What a question can be taught to, and how it is found while somebody types.
import Fuse from "fuse.js";
import type { Content } from "../../api.ts";

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly phrases: readonly string[];
}

type Chosen = Pick<Content, "categories" | "entries" | "asides">;

/** All entries, category by category. */
export function entryChoices({ categories, entries }: Chosen): readonly Choice[] {
  return categories.flatMap(({ id: categoryId, title: category }) =>
    entries
      .filter(({ fields }) => fields.categoryId === categoryId)
      .map(({ id, fields: { question: title, phrases } }) => ({ id, title, category, phrases })),
  );
}

export interface TopicChoice {
  readonly id: string;
  readonly title: string;
  readonly answer: string;
}

/** The topics that point elsewhere; named by their first phrase. */
export function topicChoices({ asides }: Pick<Content, "asides">): readonly TopicChoice[] {
  return asides
    .filter(({ kind }) => kind === "topic")
    .map(({ id, fields: { phrases, answer } }) => ({ id, title: phrases[0] ?? id, answer }));
}

/** All that fit what was typed, best first; all of them, in their order, for nothing typed. */
export type ChoiceSearch = (query: string) => readonly Choice[];

export function createChoiceSearch(choices: readonly Choice[]): ChoiceSearch {
  const fuse = new Fuse(choices, {
    keys: [
      { name: "title", weight: 3 },
      { name: "phrases", weight: 2 },
      { name: "category", weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.35,
    minMatchCharLength: 2,
  });
  return (query) => {
    const tidy = query.trim();
    return tidy === "" ? choices : fuse.search(tidy).map(({ item }) => item);
  };
}
