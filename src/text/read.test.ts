import { expect, test } from "vitest";
import { atOnce } from "../search/steps.ts";
import { readWords } from "./read.ts";
import { createVocabulary } from "./vocabulary.ts";

const TEXTS = [
  "почему не все чаты переносятся из сферума в max",
  "зачем нам макс",
  "обязательно ли устанавливать приложение",
  "почему нельзя whatsapp и telegram",
  "компьютер и телефон, что делать",
  "чат класса, классный руководитель, хочу",
];
const vocabulary = atOnce(createVocabulary(TEXTS));

const read = (text: string) =>
  readWords(text, vocabulary)
    .map((word) => word.text)
    .join(" ");

test.each([
  ["Зачем нам МАКС?", "зачем нам макс", "nothing to repair"],
  ["pfxtv yfv vfrc", "зачем нам макс", "the whole message on the wrong layout"],
  ["[jxe vfrc", "хочу макс", "a letter that is punctuation on the other layout"],
  ["почему не ьфч", "почему не max", "a Latin word on the Russian layout"],
  ["zachem nam max", "зачем нам max", "transliteration beside a Latin name"],
  ["4to delat", "что делать", "digits for letters"],
  ["почему MAX, а не WhatsApp", "почему max а не whatsapp", "Latin names stay Latin"],
  ["пачиму", "почему", "as it sounds"],
  ["кампьютер", "компьютер", "one letter off"],
  ["перносятся", "переносятся", "a letter missing"],
  ["чаты пеерносятся", "чаты переносятся", "letters swapped"],
  ["час", "час", "short words have too many neighbours"],
  ["борщ", "борщ", "a word with no known neighbour stays"],
  ["не переносятся", "не переносятся", "negation stays"],
  ["чаты непереносятся", "чаты не переносятся", "negation written together stays a word"],
  ["чаты непереносяться", "чаты не переносятся", "and with a slip in the verb"],
  ["вчат класса", "вчат класса", "a preposition before a short word is an accident"],
  ["вмакс нельзя", "в макс нельзя", "a preposition written together"],
  ["where is the station", "where is the station", "a foreign sentence stays foreign"],
])("%j is read as %j: %s", (typed, meant) => {
  expect(read(typed)).toBe(meant);
});

test("a repair tells what was typed and how it was mended", () => {
  expect(readWords("vfrc", vocabulary)).toEqual([{ text: "макс", from: "vfrc", repair: "layout", border: "sentence" }]);
});

test.each(["", "   ", "???", "👍👍", "\u0000", "\ud800"])("%j has no words", (text) => {
  expect(readWords(text, vocabulary)).toEqual([]);
});

test("a message of 4,000 characters without spaces is read", () => {
  expect(readWords("ы".repeat(4000) + "q".repeat(4000), vocabulary).length).toBeLessThanOrEqual(2);
});

test("of a long message the beginning and the end are read, and not as neighbours", () => {
  const words = readWords(`зачем макс ${"школа ".repeat(600)} что делать`, vocabulary);
  const texts = words.map(({ text }) => text);
  expect(texts.length).toBeLessThanOrEqual(72);
  expect(texts.slice(0, 2)).toEqual(["зачем", "макс"]);
  expect(texts.slice(-2)).toEqual(["что", "делать"]);
  expect(words.filter(({ border }) => border === "sentence")).toHaveLength(2);
});

test.each([
  ["signs that expand", "\ufdfa".repeat(4000)],
  ["one-letter words", "я ".repeat(2000)],
  ["letters between quotes", "a'".repeat(2000)],
  ["compatibility forms that part words", "½㍿ ".repeat(1300)],
])("4,000 characters of %s give few words", (_, message) => {
  expect(readWords(message, vocabulary).length).toBeLessThanOrEqual(500);
});

test.each([
  ["зачем макс? что делать", ["зачем", "что"], "after a question mark"],
  ["зачем макс.что делать", ["зачем", "что"], "after a full stop without a space"],
  ["зачем макс\nчто делать", ["зачем", "что"], "after a line break"],
  ["pfxtv yfv vfrc. xnj ltkfnm", ["зачем", "что"], "after a full stop on the wrong layout"],
  ["зачем макс; что делать", ["зачем", "что"], "after a semicolon"],
  ["зачем макс + что делать", ["зачем", "что"], "after a plus"],
  ["1) зачем макс 2) что делать", ["1", "2"], "with the number of a list"],
  ["зачем • что", ["зачем", "что"], "after a bullet"],
  ["зачем, что", ["зачем"], "not after a comma"],
  ["зачем 2 что", ["зачем"], "not with another number"],
])("%j: sentences begin with %j: %s", (typed, starts) => {
  const words = readWords(typed, vocabulary);
  const begun = words.filter(({ border }) => border === "sentence");
  expect(begun.map(({ text }) => text)).toEqual(starts);
});

test.each([
  ["зачем, что", ["что"], "after a comma"],
  ["зачем: что", ["что"], "after a colon"],
  ["зачем — что", ["что"], "after a dash"],
  ["зачем - что", ["что"], "after a hyphen with spaces"],
  ["зачем (что) делать", ["что", "делать"], "in and after brackets"],
  ["зачем что-то", [], "not inside a word with a hyphen"],
])("%j: clauses begin with %j: %s", (typed, starts) => {
  const begun = readWords(typed, vocabulary).filter(({ border }) => border === "clause");
  expect(begun.map(({ text }) => text)).toEqual(starts);
});

test.each([
  ["layout", "pfxtv", { layout: false, translit: true, spelling: true }],
  ["translit", "zachem", { layout: true, translit: false, spelling: true }],
  ["spelling", "пачиму", { layout: true, translit: true, spelling: false }],
])("without %s %j stays as it is", (_way, typed, repairs) => {
  expect(readWords(typed, vocabulary, repairs).map(({ text }) => text)).toEqual([typed]);
});

test("a vocabulary is made in steps of a text or a word: whoever writes meanwhile does not wait for all", () => {
  const words = TEXTS.join(" ").match(/\p{L}+/gu) ?? [];
  const steps = [...createVocabulary(TEXTS)];
  expect(steps.length).toBeGreaterThan(TEXTS.length + 3 * new Set(words).size);
});
