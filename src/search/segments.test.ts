import { expect, test } from "vitest";
import { halvesOf, sentencesOf } from "./segments.ts";

test("a message is parted at the ends of sentences and at line breaks", () => {
  expect(sentencesOf("Переезжаем в другой город.\nЧто с чатом? Ок")).toEqual([
    "Переезжаем в другой город",
    "Что с чатом",
  ]);
});

test("a single sentence has no parts", () => {
  expect(sentencesOf("что с чатом?")).toEqual([]);
});

test("a sentence is parted at each conjunction", () => {
  expect(halvesOf("почему макс и обязательно ли, а ещё где чат")).toEqual([
    ["почему макс", "обязательно ли, а ещё где чат"],
    ["почему макс и обязательно ли", "где чат"],
  ]);
});
