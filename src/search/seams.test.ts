import { expect, test } from "vitest";
import { tokensOf } from "../text/tokens.ts";
import { partingsOf, type Part, type Segmentable, sentencesOf } from "./seams.ts";

/** The words of a text, without their punctuation. */
function words(text: string): readonly Segmentable[] {
  return tokensOf(text).map((token) => ({ ...token, text: token.text.replace(/[.,:;?!]/gu, "") }));
}

const shown = ({ tie, words: part }: Part<Segmentable>) => `${tie}: ${part.map(({ text }) => text).join(" ")}`;

test.each([
  ["что с чатом", ["plain: что с чатом"], "one"],
  ["переезжаем. что с чатом", ["plain: переезжаем", "plain: что с чатом"], "two"],
  ["переезжаем. и что с чатом", ["joined: переезжаем", "joined: что с чатом"], "joined by и"],
  [
    "ставить обязательно? или хватит что я в чате",
    ["plain: ставить обязательно", "plain: хватит что я в чате"],
    "an alternative",
  ],
  ["был чат. а теперь его нет", ["plain: был чат", "plain: теперь его нет"], "и and а that go on telling"],
  ["был чат. и его нет потому что удалили", ["plain: был чат", "plain: его нет потому что удалили"], "потому что"],
  ["почему макс? что с чатом?", ["joined: почему макс", "joined: что с чатом"], "both ask"],
  ["переезжаем. также что с чатом", ["announced: переезжаем", "announced: что с чатом"], "также"],
  ["1) почему макс 2) что с чатом", ["announced: почему макс", "announced: что с чатом"], "numbered"],
  [
    "вопрос 1: почему макс. вопрос 2: что с чатом",
    ["announced: почему макс", "announced: что с чатом"],
    "numbered in words",
  ],
  [
    "почему макс и еще один вопрос что с чатом",
    ["announced: почему макс", "announced: что с чатом"],
    "announced in the middle",
  ],
  [
    "почему макс, еще хотела спросить что с чатом",
    ["announced: почему макс", "announced: что с чатом"],
    "announced by a verb",
  ],
  ["почему макс кстати что с чатом", ["announced: почему макс", "announced: что с чатом"], "кстати"],
  ["переезжаем. ок. что с чатом", ["plain: переезжаем", "plain: что с чатом"], "too short"],
])("%j has the sentences %j: %s", (text, sentences) => {
  expect(sentencesOf(words(text)).map(shown)).toEqual(sentences);
});

test.each([
  ["что с чатом", [], "one question"],
  ["почему макс и что с чатом", [["joined: почему макс", "joined: что с чатом"]], "a question joined to another"],
  ["почему макс, что с чатом", [["plain: почему макс", "plain: что с чатом"]], "a question behind another and a comma"],
  [
    "старый телефон, что мне делать",
    [["weak: старый телефон", "weak: что мне делать"]],
    "a question about what was told",
  ],
  [
    "что с дублями чатов и с чатами класса",
    [["plain: что с дублями чатов", "plain: с чатами класса"]],
    "both halves begin alike",
  ],
  ["чаты класса и старые чаты", [["weak: чаты класса", "weak: старые чаты"]], "only a conjunction"],
  ["почему вацап и телега", [], "a half of one word"],
])("%j is parted into %j: %s", (text, partings) => {
  expect(partingsOf(words(text), true).map((parts) => parts.map(shown))).toEqual(partings);
});

test("three joined questions are parted at once before they are parted in two", () => {
  const [all, ...halves] = partingsOf(words("почему макс и что с чатом и как быть дальше"), true);
  expect(all?.map(shown)).toEqual(["joined: почему макс", "joined: что с чатом", "joined: как быть дальше"]);
  expect(halves).toHaveLength(2);
});

test("a sentence of a longer message, and a list, are not parted at mere commas", () => {
  expect(partingsOf(words("старый телефон, что мне делать"), false)).toEqual([]);
  expect(partingsOf(words("один чат, два чата, три чата, пять чатов, шесть чатов"), true)).toEqual([]);
});
