import { describe, expect, it } from "vitest";
import type { Content, EntryView } from "../../api.ts";
import { createChoiceSearch, entryChoices, topicChoices } from "./choices.ts";

const health = { asked: 0, up: 0, down: 0, warnings: [] };

function entry(id: string, categoryId: string, question: string, phrases: string[]): EntryView {
  const fields = {
    categoryId,
    question,
    button: undefined,
    phrases,
    answer: "Ответ",
    related: undefined,
    checked: undefined,
  };
  return { id, fields, neighbours: [], source: undefined, ...health };
}

const content: Pick<Content, "categories" | "entries" | "asides"> = {
  categories: [
    { id: "transfer", title: "Перенос чатов" },
    { id: "phone", title: "Телефоны" },
  ],
  entries: [
    entry("no-smartphone", "phone", "Что делать, если нет смартфона?", ["кнопочная нокия"]),
    entry("chats", "transfer", "Какие чаты не переносятся?", ["переедет ли дневник"]),
  ],
  asides: [
    { kind: "topic", id: "code", fields: { phrases: ["не приходит код"], answer: "…" }, ...health },
    { kind: "smalltalk", id: "thanks", fields: { phrases: ["спасибо"], answer: "…" }, ...health },
  ],
};

describe("the choice of an entry", () => {
  const search = createChoiceSearch(entryChoices(content));
  it.each([
    ["", ["chats", "no-smartphone"], "all of them, in the order of the categories"],
    ["смартфон", ["no-smartphone"], "a word of the question"],
    ["нокиа", ["no-smartphone"], "a phrase with a typing error"],
    ["перенос", ["chats"], "a category"],
    ["ъъъъъ", [], "nothing"],
  ])("finds by “%s” %j: %s", (query, ids) => {
    expect(search(query).map(({ id }) => id)).toEqual(ids);
  });

  it("offers topics by their first phrase, and no small talk", () => {
    expect(topicChoices(content).map(({ title }) => title)).toEqual(["не приходит код"]);
  });
});
