import { describe, expect, it } from "vitest";
import type { Faq } from "../faq/faq.ts";
import { parseFaq } from "../faq/parse.ts";
import { GOOD_FAQ } from "../../test/support/faq/small-faq.ts";
import { compareFaqs } from "./compare-faq.ts";

function faqOf(text: string): Faq {
  const parsed = parseFaq(text);
  if (parsed.kind === "problems") throw new Error(JSON.stringify(parsed.problems));
  return parsed.faq;
}

function changes(part: string | RegExp, replacement: string) {
  const text = GOOD_FAQ.replace(part, replacement);
  expect(text).not.toBe(GOOD_FAQ);
  return compareFaqs(faqOf(GOOD_FAQ), faqOf(text));
}

it("finds no change in the same content, however it is written", () => {
  expect(changes("phrases: [спасибо, 👍]", "phrases: ['спасибо', 👍] # разговор")).toEqual({
    general: [],
    items: [],
  });
});

describe("a field of an entry", () => {
  it.each([
    ["question", "Как изменить роль?", "Как сменить роль?", "role"],
    ["button", "    button: Какие чаты останутся\n", "", "chats"],
    ["threshold", "threshold: 0.6", "threshold: 0.8", "chats"],
    ["checked", "checked: 2025-09-15", "checked: 2025-09-16", "chats"],
    ["source", "title: Справка,", "title: Помощь,", "chats"],
    ["related", "    related: [role]\n", "", "chats"],
  ])("%s", (field, part, replacement, id) => {
    const { general, items } = changes(part, replacement);
    expect(general).toEqual([]);
    expect(items).toMatchObject([{ change: "changed", kind: "entry", id, fields: [{ kind: "value", field }] }]);
  });

  it("that the file does not give is undefined", () => {
    const { items } = changes("    threshold: 0.6\n", "");
    expect(items[0]?.fields).toEqual([{ kind: "value", field: "threshold", before: "0.6", after: undefined }]);
  });
});

it("shows what was done to answers and phrases, of sideTopics too", () => {
  expect(changes("Это к справке MAX", "Это к справке").items).toMatchObject([
    {
      kind: "topic",
      id: "code",
      fields: [
        {
          kind: "answer",
          lines: [
            { kind: "removed", line: "Это к справке MAX" },
            { kind: "added", line: "Это к справке" },
          ],
        },
      ],
    },
  ]);
  expect(changes("[спасибо, 👍]", "[спасибо, спс]").items).toMatchObject([
    { kind: "smalltalk", fields: [{ kind: "phrases", added: ["спс"], removed: ["👍"] }] },
  ]);
});

it("calls a topic by its title, and tells of that and where it leads", () => {
  const titled = changes("id: code", "id: code\n    title: Код\n    related: [role]");
  expect(titled.items).toEqual([
    {
      change: "changed",
      kind: "topic",
      id: "code",
      formerId: undefined,
      title: "Код",
      fields: [
        { kind: "value", field: "title", before: undefined, after: "Код" },
        { kind: "value", field: "related", before: undefined, after: "role" },
      ],
    },
  ]);
  const renamed = changes("id: code", "id: sms-code\n    title: Код");
  expect(renamed.items).toMatchObject([{ id: "sms-code", formerId: "code" }]);
});

it("tells entries that came, went or only changed their id", () => {
  const added = `  - { id: new, category: transfer, question: Новый?, phrases: [новый], answer: Да }\ntopics:`;
  const described = ({ items }: ReturnType<typeof changes>) =>
    items.map(({ change, id, formerId }) => [change, id, formerId]);
  expect(described(changes("topics:", added))).toEqual([["added", "new", undefined]]);
  expect(described(changes(/ {2}- id: code[^]*(?=smalltalk)/u, ""))).toEqual([["removed", "code", undefined]]);
  expect(described(changes("id: code", "id: sms-code"))).toEqual([["changed", "sms-code", "code"]]);
});

it.each([
  ["name", "ГБОУ Школа № 5", "ГБОУ Школа № 6"],
  ["contact", "contact: Позвоните", "contact: Напишите"],
  ["categories", "title: Перенос чатов", "title: Переезд"],
  ["synonyms", "[whatsapp, вацап]", "[whatsapp, ватсап]"],
  ["answer_threshold", "answer_threshold: 0.7", "answer_threshold: 0.8"],
  ["suggest_threshold", "answer_threshold: 0.7", "answer_threshold: 0.7\n  suggest_threshold: 0.2"],
])("tells of the file's own %s", (field, part, replacement) => {
  expect(changes(part, replacement).general).toMatchObject([{ kind: "value", field }]);
});
