import { describe, expect, it } from "vitest";
import type { Content, EntryView } from "../../../console/content/content-api.ts";
import { createChoiceSearch } from "./choices.ts";

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

const content: Content = {
  file: "faq.yaml",
  version: "1",
  days: 30,
  warnings: [],
  faults: [],
  organization: { name: "Школа", contact: "Секретарь" },
  categories: [
    { id: "transfer", title: "Перенос чатов" },
    { id: "phone", title: "Телефоны" },
  ],
  entries: [
    entry("no-smartphone", "phone", "Что делать, если нет смартфона?", ["кнопочная нокия"]),
    entry("chats", "transfer", "Какие чаты не переносятся?", ["переедет ли дневник"]),
  ],
  sideTopics: [
    { kind: "topic", id: "code", fields: { phrases: ["не приходит код"], answer: "…" }, ...health },
    { kind: "smalltalk", id: "thanks", fields: { phrases: ["спасибо"], answer: "…" }, ...health },
  ],
};

describe("the choice of an entry", () => {
  const search = createChoiceSearch(content, true);
  it.each([
    ["", ["chats", "no-smartphone", "code"], "all of them, in the order of the categories"],
    ["код", ["code"], "a topic"],
    ["смартфон", ["no-smartphone"], "a word of the question"],
    ["нокиа", ["no-smartphone"], "a phrase with a typing error"],
    ["cvfhnajy", ["no-smartphone"], "a keyboard left in English"],
    ["ч", ["chats", "no-smartphone", "code"], "a letter is too little"],
    ["ъъъъъ", [], "nothing"],
  ])("finds by “%s” %j: %s", (query, ids) => {
    expect(search(query).map(({ item }) => item.id)).toEqual(ids);
  });

  it("says in which category an entry is, and what the bot says of a topic", () => {
    expect(search("").map(({ about }) => about)).toEqual(["Перенос чатов", "Телефоны", "Тема: …"]);
  });

  it("offers topics by their first phrase, and no small talk", () => {
    const topics = createChoiceSearch(content, false)("");
    expect(topics.map(({ item }) => item.title)).toEqual(["не приходит код"]);
  });
});
