// What a question can be taught to, and how it is found while somebody types.
import type { Content } from "../../../console/content/content-api.ts";
import { createFind, type Found } from "../content/list/find.ts";
import { itemsOf, titleOfSideTopic } from "../content/items.ts";

export interface Choice extends Found {
  /** The title of the category; of a topic, that it is one. */
  readonly category: string;
}

/** Entries and topics that fit what was typed, best first; all entries, category by category, and then all topics where too little was typed. */
export type ChoiceSearch = (query: string) => readonly Choice[];

const TOPIC = "Тема: бот подсказывает, куда обратиться";

/** One letter lights up everywhere. */
const MIN_LENGTH = 2;

export function createChoiceSearch(content: Content): ChoiceSearch {
  const { categories } = content;
  const items = itemsOf(content).filter(({ kind }) => kind !== "smalltalk");
  const find = createFind(items);
  const titles = new Map(categories.map(({ id, title }) => [id, title]));
  const chosen = (found: Found): Choice => ({
    ...found,
    category: titles.get(found.item.categoryId ?? "") ?? TOPIC,
  });
  const all = [...categories.map(({ id }) => id), undefined]
    .flatMap((id) => items.filter(({ categoryId }) => categoryId === id))
    .map((item) => chosen({ item, place: undefined }));
  return (query) => (query.trim().length < MIN_LENGTH ? all : find(query).map(chosen));
}

export interface TopicChoice {
  readonly id: string;
  readonly title: string;
  readonly answer: string;
}

/** The topics that point elsewhere. */
export function topicChoices({ sideTopics }: Pick<Content, "sideTopics">): readonly TopicChoice[] {
  return sideTopics
    .filter(({ kind }) => kind === "topic")
    .map(({ id, fields }) => ({ id, title: titleOfSideTopic(id, fields), answer: fields.answer }));
}
