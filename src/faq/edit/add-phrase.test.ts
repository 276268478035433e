import { cutQuestion } from "../../text/cut-question.ts";
import { expect, it } from "vitest";
import { parseFaq } from "../parse.ts";
import { broken, SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { STYLED_FAQ, STYLED_OWNERS, edited } from "../../../test/support/faq/edit-cases.ts";
import { addPhrase } from "./add-phrase.ts";
import type { EditResult } from "./edit.ts";

const textOf = (result: EditResult) => edited(result).text;

/** The lines of the second text that the first has not, with their numbers. */
function newLines(before: string, after: string): readonly string[] {
  const old = new Set(before.split("\n"));
  return after
    .split("\n")
    .map((line, index) => `${index + 1}|${line}`)
    .filter((line) => !old.has(line.slice(line.indexOf("|") + 1)));
}

function phrasesOf(text: string, id: string): readonly string[] {
  const parsed = parseFaq(text);
  if (parsed.kind === "problems") throw new Error(`Invalid: ${parsed.problems[0]?.code}`);
  const { entries, topics, smalltalk } = parsed.faq;
  return [...entries, ...topics, ...smalltalk].find((owner) => owner.id === id)?.phrases ?? [];
}

it.each<[string, readonly string[]]>([
  ["indented", ["14|      - новая"]],
  ["dense", ["28|    -   новая"]],
  ["wide", ["38|          -   новая"]],
  ["braces", ["39|  - { id: braces, category: all, question: Четвёртый?, phrases: [скобки, новая], answer: Коротко }"]],
  ["flow", ["44|    phrases: [раз,   два, новая, ]"]],
  ["tall", ["53|        новая,"]],
  ["commented", ["61|      шесть,   # без запятой", "62|      новая"]],
  ["outside", ["71|    - новая"]],
  ["thanks", ["77|      - новая"]],
])("%s: the phrase is written as the others of its list", (id, lines) => {
  const after = textOf(addPhrase(STYLED_FAQ, id, "новая"));
  expect(newLines(STYLED_FAQ, after)).toEqual(lines);
  expect(phrasesOf(after, id)).toEqual([...phrasesOf(STYLED_FAQ, id), "новая"]);
});

it.each([
  [
    "- id: role\n    category: transfer\n    question: Как изменить роль?\n    phrases:\n      - новая\n    answer",
    "    phrases: [поменять роль]\n",
    "",
  ],
  ["    phrases: [новая]\n", "[поменять роль]", "[]"],
  ["    phrases:\n      - новая\n", " [поменять роль]", ""],
  ["    phrases: # какие?\n      - новая\n", " [поменять роль]", " # какие?"],
])("an entry without phrases gets a list: %j", (expected, part, replacement) => {
  const text = broken(part, replacement);
  const after = textOf(addPhrase(text, "role", "новая"));
  expect(after).toContain(expected);
  expect(phrasesOf(after, "role")).toEqual(["новая"]);
});

it("an entry in braces without phrases gets them before its answer", () => {
  const text = STYLED_FAQ.replace("phrases: [скобки], ", "");
  expect(textOf(addPhrase(text, "braces", "а, б"))).toContain('phrases: ["а, б"], answer: Коротко }');
});

it.each<[string, string]>([
  ["двоеточие: внутри", '"двоеточие: внутри"'],
  ["чат #1", '"чат #1"'],
  ["- с дефиса", '"- с дефиса"'],
  ["? вопрос", '"? вопрос"'],
  ["!важно", '"!важно"'],
  ["*звёздочка", '"*звёздочка"'],
  ["&якорь", '"&якорь"'],
  ["{{в скобках", '"{{в скобках"'],
  ["[скобка", '"[скобка"'],
  ["156", '"156"'],
  ["12:30", '"12:30"'],
  ["2025-09-15", '"2025-09-15"'],
  ["yes", '"yes"'],
  ["true", '"true"'],
  ["null", '"null"'],
  ["~", '"~"'],
  ["да", "да"],
  ["'в одинарных'", `"'в одинарных'"`],
  ['"в двойных" и дальше', `'"в двойных" и дальше'`],
  ["@упоминание", '"@упоминание"'],
  ["%", '"%"'],
  ["| палка", '"| палка"'],
  ["> угол", '"> угол"'],
  ["---", "---"],
  ["путь C:\\школа", "путь C:\\школа"],
  ["👍🏽 семья 👨‍👩‍👧", "👍🏽 семья 👨‍👩‍👧"],
  ["а, б, в", "а, б, в"],
  ["конец:", '"конец:"'],
])("the phrase %j is written as %s", (phrase, source) => {
  const after = textOf(addPhrase(STYLED_FAQ, "indented", phrase));
  expect(after.split("\n")[13]).toBe(`      - ${source}`);
});

it("what comes from a chat is made one tidy line", () => {
  const after = textOf(addPhrase(SMALL_FAQ, "chats", "  где\r\n\tмой \u0000чат\ud83d?\u2028 "));
  expect(phrasesOf(after, "chats").at(-1)).toBe("где мой чат ?");
});

it("Windows line ends stay, and the new line has one", () => {
  const text = STYLED_FAQ.replaceAll("\n", "\r\n");
  for (const id of STYLED_OWNERS) {
    const after = textOf(addPhrase(text, id, "новая"));
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
    expect(after.replaceAll("\r\n", "\n")).toBe(textOf(addPhrase(STYLED_FAQ, id, "новая")));
  }
});

it("a file without a last line break gets none", () => {
  const after = textOf(addPhrase(STYLED_FAQ.trimEnd(), "thanks", "новая"));
  expect(after).toBe(`${STYLED_FAQ.trimEnd()}\n      - новая`);
});

it.each([
  ["unknown-owner", SMALL_FAQ, "nowhere", "новая"],
  ["empty-text", SMALL_FAQ, "chats", " \n\u0000 "],
  ["phrase-too-long", SMALL_FAQ, "chats", "а".repeat(501)],
  ["phrase-too-long", SMALL_FAQ, "chats", cutQuestion("как перенести чаты ".repeat(40))],
  ["known-phrase", SMALL_FAQ, "chats", "«Что будет с чатом»?!"],
  ["known-phrase", SMALL_FAQ, "chats", "поменять роль"],
  ["known-phrase", SMALL_FAQ, "chats", "не приходит код"],
  ["known-phrase", SMALL_FAQ, "role", "как изменить роль"],
  ["broken-file", "a: [", "chats", "новая"],
  ["broken-file", "", "chats", "новая"],
  ["broken-file", "- a", "chats", "новая"],
  ["unusual-layout", broken("[поменять роль]", "поменять роль"), "role", "новая"],
  ["unusual-layout", broken("[поменять роль]", "*p").replace("phrases:\n", "phrases: &p\n"), "role", "новая"],
])("refused as %s", (kind, text, id, phrase) => {
  expect(addPhrase(text, id, phrase)).toMatchObject({ kind: "refused", refusal: { kind } });
});
