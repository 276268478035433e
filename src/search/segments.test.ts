import { expect, test } from "vitest";
import { halvesOf, sentencesOf, type Segmentable } from "./segments.ts";

/** Words of a text; a sentence begins after "/". */
function words(text: string): readonly Segmentable[] {
  return text
    .split(" / ")
    .flatMap((sentence) =>
      sentence.split(" ").map((word, at) => ({ text: word, isStart: at === 0 })),
    );
}

const shown = (part: readonly Segmentable[]) => part.map(({ text }) => text).join(" ");

test("a message is parted where sentences begin, and short ones are left out", () => {
  const parts = sentencesOf(words("переезжаем в другой город / что с чатом / ок"));
  expect(parts.map(shown)).toEqual(["переезжаем в другой город", "что с чатом"]);
});

test("a single sentence has no parts", () => {
  expect(sentencesOf(words("что с чатом"))).toEqual([]);
});

test("a sentence is parted at each conjunction, with what follows it", () => {
  const halves = halvesOf(words("почему макс и обязательно ли а еще где чат"));
  expect(halves.map((sides) => sides.map(shown))).toEqual([
    ["почему макс", "обязательно ли а еще где чат"],
    ["почему макс и обязательно ли", "где чат"],
  ]);
});
