// What a question can be taught to, and how it is found while somebody types.
import type { Content } from "../../../console/content/content-api.ts";
import { createFind, type Found } from "../content/list/find.ts";
import { itemsOf } from "../content/items.ts";

export interface Choice extends Found {
  /** The title of the category; of a topic, what the bot says. */
  readonly about: string;
}

/** What fits that was typed, best first; all of it, category by category and topics last, where too little was typed. */
export type ChoiceSearch = (query: string) => readonly Choice[];

/** One letter lights up everywhere. */
const MIN_LENGTH = 2;

/** Among topics, and entries too where they are meant. */
export function createChoiceSearch(content: Content, hasEntries: boolean): ChoiceSearch {
  const { categories } = content;
  const items = itemsOf(content).filter(({ kind }) => kind === "topic" || (hasEntries && kind === "entry"));
  const find = createFind(items);
  const titles = new Map(categories.map(({ id, title }) => [id, title]));
  const chosen = (found: Found): Choice => ({
    ...found,
    about: titles.get(found.item.categoryId ?? "") ?? `Тема: ${found.item.answer}`,
  });
  const all = [...categories.map(({ id }) => id), undefined]
    .flatMap((id) => items.filter(({ categoryId }) => categoryId === id))
    .map((item) => chosen({ item, place: undefined }));
  return (query) => (query.trim().length < MIN_LENGTH ? all : find(query).map(chosen));
}
