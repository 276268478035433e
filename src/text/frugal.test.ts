import { expect, test } from "vitest";
import { atOnce } from "../search/steps.ts";
import { readWords } from "./read.ts";
import { createVocabulary } from "./vocabulary.ts";

const vocabulary = atOnce(createVocabulary(["как перенести чаты класса из сферума в макс"]));

/** How often the vocabulary is asked while a message is read. */
function lookUpsIn(message: string): { readonly stemmed: number; readonly mended: number } {
  let stemmed = 0;
  let mended = 0;
  readWords(message, {
    isKnown: (word) => {
      stemmed += 1;
      return vocabulary.isKnown(word);
    },
    speller: {
      fix: (word) => {
        mended += 1;
        return vocabulary.speller.fix(word);
      },
    },
  });
  return { stemmed, mended };
}

const LETTERS = "бвгджзклмнпрстфхцчшщ";
const LATIN = "yciaxelntwbdfghkmops";

function differentWords(alphabet: string): string {
  const letter = (at: number) => alphabet[at % alphabet.length] ?? "";
  const word = (_: unknown, at: number) =>
    `${letter(at)}${letter(at / alphabet.length)}${letter(at * 7)}${letter(at * 3)}${letter(at * 11)}`;
  return Array.from({ length: 666 }, word).join(" ");
}

test.each([
  ["unknown words", differentWords(LETTERS)],
  ["transliterated words of many readings", differentWords(LATIN)],
  ["quotes", `a${"'".repeat(3998)}a`],
  ["words and quotes", "a'''b'''c".repeat(440)],
  ["chains with hyphens", differentWords(LETTERS).replaceAll(" ", "-")],
  ["signs that expand", "\ufdfa".repeat(4000)],
  ["negations", differentWords(LETTERS).replaceAll(" ", " не")],
])("4,000 characters of %s are looked up no more than 300 times, and mended 24", (_, message) => {
  const { stemmed, mended } = lookUpsIn(message);
  expect(stemmed).toBeLessThanOrEqual(300);
  expect(mended).toBeLessThanOrEqual(24);
});

test("a word is looked up once, however often it is written", () => {
  expect(lookUpsIn("макс ".repeat(60))).toEqual({ stemmed: 1, mended: 0 });
});
