import { expect, it } from "vitest";
import { parseFaq } from "../parse.ts";
import { broken, SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { STYLED_FAQ, edited } from "../../../test/support/faq/edit-cases.ts";
import { addEntry, type EntryToAdd } from "./add-entry.ts";
import { newId } from "./new-entry.ts";

const ENTRY: EntryToAdd = {
  categoryId: "transfer",
  question: "Как получить  справку?",
  answer: "Напишите в **канцелярию**.  \r\n\r\n- в будни\n  - с 9 до 15\n\n",
};

const LINES = `  - id: kak-poluchit-spravku
    category: transfer
    question: Как получить справку?
    phrases:
      - Как получить справку?
    answer: |
      Напишите в **канцелярию**.

      - в будни
        - с 9 до 15
`;

it("the entry is the last of the entries, written as they are", () => {
  const result = edited(addEntry(SMALL_FAQ, ENTRY));
  expect(result.text).toBe(broken("topics:\n", `${LINES}topics:\n`));
  expect(result.change).toEqual({ kind: "entry", id: "kak-poluchit-spravku" });
  const parsed = parseFaq(result.text);
  expect(parsed.kind === "ok" && parsed.faq.entries.at(-1)).toMatchObject({
    question: "Как получить справку?",
    answer: "Напишите в **канцелярию**.\n\n- в будни\n  - с 9 до 15",
  });
});

it("blank lines between the entries, comments below the last and what follows stay as they are", () => {
  const text = edited(addEntry(STYLED_FAQ, { ...ENTRY, categoryId: "all", answer: "Да" })).text;
  expect(text).toContain(`      Ответ
    # Конец седьмого.

  - id: kak-poluchit-spravku
    category: all
    question: Как получить справку?
    phrases:
      - Как получить справку?
    answer: |
      Да

topics:
`);
});

it.each([
  [
    "dashes below their key",
    "- id: a\n  category: c\n  question: А?\n  phrases:\n  - а\n  answer: А\n",
    "- id: noviy\n  category: c\n  question: Новый?\n  phrases:\n  - Новый?\n  answer: |\n    Да\n",
  ],
  [
    "wide gaps",
    "  -   id: a\n      category: c\n      question: А?\n      phrases: [а]\n      answer: А\n",
    "  -   id: noviy\n      category: c\n      question: Новый?\n      phrases:\n        - Новый?\n      answer: |\n        Да\n",
  ],
  [
    "an entry in braces",
    "  - { id: a, category: c, question: А?, phrases: [а], answer: А }\n",
    "  - id: noviy\n    category: c\n    question: Новый?\n    phrases:\n      - Новый?\n    answer: |\n      Да\n",
  ],
])("an entry below %s", (_how, above, below) => {
  const text = `organization: { name: Ш, contact: К }\ncategories: [{ id: c, title: В }]\nentries:\n${above}`;
  const entry = { categoryId: "c", question: "Новый?", answer: "Да" };
  expect(edited(addEntry(text, entry)).text).toBe(text + below);
  const unended = edited(addEntry(text.trimEnd(), entry)).text;
  expect(unended).toBe((text + below).trimEnd());
});

it("Windows line ends stay", () => {
  const text = edited(addEntry(SMALL_FAQ.replaceAll("\n", "\r\n"), ENTRY)).text;
  expect(text).toBe(edited(addEntry(SMALL_FAQ, ENTRY)).text.replaceAll("\n", "\r\n"));
});

it.each([
  ["Как быть: ждать?", "# не примечание\n\tс табуляцией"],
  ["156", "- пункт\n---\n...\n- пункт"],
  ["«Кавычки» и 'ещё'", "{{organization}}: **да**"],
  ["yes", "|\n>\n  отступ"],
  ["😀?", "👨‍👩‍👧\n\n\n\nконец"],
])("the question %j and the answer %j arrive as they were written", (question, answer) => {
  const { text } = edited(addEntry(SMALL_FAQ, { categoryId: "transfer", question, answer }));
  const parsed = parseFaq(text);
  expect(parsed.kind === "ok" && parsed.faq.entries.at(-1)).toMatchObject({
    question,
    phrases: [question],
    answer: answer.replace("{{organization}}", "ГБОУ Школа № 5").replace("\t", " "),
  });
});

it.each([
  ["unknown-category", SMALL_FAQ, { ...ENTRY, categoryId: "nowhere" }],
  ["empty-text", SMALL_FAQ, { ...ENTRY, question: " " }],
  ["empty-text", SMALL_FAQ, { ...ENTRY, answer: "\n \n" }],
  ["known-phrase", SMALL_FAQ, { ...ENTRY, question: "Поменять роль!" }],
  ["broken-file", "a: [", ENTRY],
  ["unusual-layout", "categories: [{ id: transfer }]\nentries: [{ id: a, question: А? }]\n", ENTRY],
])("refused as %s", (kind, text, entry) => {
  expect(addEntry(text, entry)).toMatchObject({ kind: "refused", refusal: { kind } });
});

it.each([
  ["Как получить справку об обучении?", [], "kak-poluchit-spravku-ob-obuchenii"],
  ["Как получить справку?", ["kak-poluchit-spravku"], "kak-poluchit-spravku-2"],
  ["Как?", ["kak", "kak-2", "kak-3"], "kak-4"],
  ["WhatsApp и iPhone", [], "whatsapp-i-iphone"],
  ["😀", [], "vopros"],
  ["а".repeat(100), [], "a".repeat(40)],
  ["Что делать родителям, у которых нет смартфона и компьютера?", [], "chto-delat-roditelyam-u-kotorykh-net"],
])("the id of %j, when %j are taken, is %s", (question, taken, id) => {
  expect(newId(question, new Set(taken))).toBe(id);
});
