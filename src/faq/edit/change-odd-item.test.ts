import { expect, it } from "vitest";
import { lineDiff } from "../../compare/line-diff.ts";
import { parseFaq } from "../parse.ts";
import { changeItem } from "./change-item.ts";
import { entryFieldsAt, type EntryFields } from "./item-fields.ts";
import { ownersIn, rootOf } from "./sheet-of-text.ts";
import { takeBack } from "./take-back.ts";
import { edited } from "../../../test/support/faq/edit-cases.ts";

/** Valid, and written as people and editors write when nobody looks. */
const ODD_FAQ = `organization: { name: Школа, contact: Звоните }
categories: [{ id: all, title: Всё }]
entries:
  - id: quoted
    category: all
    question: 'Чат ''7Б''?'  # в кавычках
    button:
    phrases: # как спрашивают
      # первые
      - чат

      # вторые
      - "где чат"
    answer: "Первая строка\\n
      вторая"
    related:
      - plain # рядом
      - kept
  - id: plain
    category: all
    question:
      Вопрос на
      двух строках?
    phrases: [план]
    answer: Ответ на
      двух строках
    source:
      title: Справка
      url: https://help.max.ru

    # Перед датой.
    checked: '2025-09-15' # проверено
  - id: kept
    category: all
    question: Что ещё?
    phrases:
      - ещё
    answer: |2+
        С отступом.

      Конец.


  - "id": keys
    "category": all
    'question': Ключи?
    "phrases": ["ключ", "ключ #2"]
    answer:
      |
      Ответ  с  пробелами.   

      - пункт   
      - другой
`;

function changed(id: string, change: Partial<EntryFields>) {
  const root = rootOf(ODD_FAQ);
  const path = root && ownersIn(root).find((one) => one.id === id)?.path;
  if (root === undefined || path === undefined) throw new Error(`No item "${id}"`);
  const before = entryFieldsAt(root, path);
  return edited(changeItem(ODD_FAQ, { kind: "entry", id, before, after: { ...before, ...change } }));
}

it.each<[string, string, Partial<EntryFields>, readonly string[]]>([
  [
    "quotes are doubled within quotes",
    "quoted",
    { question: "Чат '8А'?" },
    ["-    question: 'Чат ''7Б''?'  # в кавычках", "+    question: 'Чат ''8А''?'  # в кавычках"],
  ],
  ["an empty key gets its value", "quoted", { button: "Чат" }, ["-    button:", "+    button: Чат"]],
  [
    "comments between phrases stay where they are",
    "quoted",
    { phrases: ["мой чат", "где чат", "чат пропал"] },
    ["-      - чат", "+      - мой чат", "+      - чат пропал"],
  ],
  [
    "a text with escapes is written anew",
    "quoted",
    { answer: "Одна строка" },
    ['-    answer: "Первая строка\\n', '-      вторая"', '+    answer: "Одна строка"'],
  ],
  [
    "a list in lines loses an item with the comment beside it",
    "quoted",
    { related: ["kept"] },
    ["-      - plain # рядом"],
  ],
  [
    "a list in lines goes with its key",
    "quoted",
    { related: undefined },
    ["-    related:", "-      - plain # рядом", "-      - kept"],
  ],
  [
    "a value of two lines becomes one",
    "plain",
    { question: "Короче?" },
    ["-      Вопрос на", "-      двух строках?", "+      Короче?"],
  ],
  [
    "a plain answer of two lines becomes a block",
    "plain",
    { answer: "Раз\nДва" },
    ["-    answer: Ответ на", "-      двух строках", "+    answer: |", "+      Раз", "+      Два"],
  ],
  [
    "a date in quotes keeps them, and the comment beside it",
    "plain",
    { checked: "2026-01-01" },
    ["-    checked: '2025-09-15' # проверено", "+    checked: '2026-01-01' # проверено"],
  ],
  [
    "what is new stands behind what comes before it in other entries",
    "plain",
    { related: ["kept"] },
    ["+    related: [kept]"],
  ],
  [
    "a block with an indent of its own is written anew",
    "kept",
    { answer: "Иначе.\n\nКонец." },
    ["-    answer: |2+", "-        С отступом.", "+    answer: |", "+      Иначе."],
  ],
  [
    "keys in quotes are keys",
    "keys",
    { question: "Новые ключи?", phrases: ["ключ", "замок"] },
    [
      "-    'question': Ключи?",
      '-    "phrases": ["ключ", "ключ #2"]',
      "+    'question': Новые ключи?",
      '+    "phrases": ["ключ", "замок"]',
    ],
  ],
  [
    "a sign of comments within quotes is none",
    "keys",
    { phrases: ["ключ"] },
    ['-    "phrases": ["ключ", "ключ #2"]', '+    "phrases": ["ключ"]'],
  ],
  [
    "lines that stay keep the spaces they have",
    "keys",
    { answer: "Ответ  с  пробелами.\n\n- пункт\n- третий" },
    ["-      - другой", "+      - третий"],
  ],
])("%s", (_why, id, change, expected) => {
  const edit = changed(id, change);
  const lines = lineDiff(ODD_FAQ, edit.text);
  const linesOf = (wanted: "removed" | "added", mark: string) =>
    lines.flatMap(({ kind, line }) => (kind === wanted ? [mark + line] : []));
  expect([...linesOf("removed", "-"), ...linesOf("added", "+")]).toEqual(expected);
  expect(parseFaq(edit.text).kind).toBe("ok");
  expect(edited(takeBack(edit.text, edit)).text).toBe(ODD_FAQ);
});
