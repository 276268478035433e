import { expect, test } from "vitest";
import type { Scored } from "./decide.ts";
import type { Item } from "./items.ts";
import { decideMessage, type Segmentable, halvesOf, sentencesOf } from "./parts.ts";

const SETTINGS = { answerThreshold: 0.5, suggestThreshold: 0.1 };

function itemOf(id: string): Item {
  return { kind: "entry", id, title: id, phrases: [], support: [], threshold: undefined };
}

const ITEMS = { a: itemOf("a"), b: itemOf("b") };

function scored(id: keyof typeof ITEMS, confidence: number): Scored {
  return { item: ITEMS[id], confidence };
}

/** Words of a text; a sentence begins after "/". */
function words(text: string): readonly Segmentable[] {
  return text
    .split(" / ")
    .flatMap((sentence) =>
      sentence.split(" ").map((word, at) => ({ text: word, isStart: at === 0 })),
    );
}

/** Ranks a part by the words in it: "дубли" asks for a, "закон" for b. */
function rank(part: readonly Segmentable[]): readonly Scored[] {
  const has = (word: string) => part.some(({ text }) => text === word);
  return [
    scored("a", has("дубли") ? (has("закон") ? 0.45 : 0.9) : 0.03),
    scored("b", has("закон") ? (has("дубли") ? 0.4 : 0.9) : 0.03),
  ].sort((one, other) => other.confidence - one.confidence);
}

test.each([
  ["какой закон / откуда дубли чатов", "answer", ["b", "a"], "two-questions", "two sentences"],
  ["какой закон и откуда дубли", "answer", ["b", "a"], "two-questions", "two halves"],
  ["откуда дубли чатов", "answer", ["a"], "whole", "one question"],
  ["всем доброго вечера", "none", [], "whole", "no question"],
])("%j: %s %j (%s): %s", (text, outcome, ids, basis) => {
  const decision = decideMessage(words(text), rank(words(text)), rank, SETTINGS);
  expect(decision).toMatchObject({ outcome, basis });
  expect(decision.answers.map(({ item }) => item.id)).toEqual(ids);
});

test("one clear sentence inside a story that is unclear as a whole is answered", () => {
  const story = words("вчера заходила завуч / откуда дубли чатов / она была сердита");
  const unclear = [scored("b", 0.3), scored("a", 0.2)];
  const decision = decideMessage(story, unclear, rank, SETTINGS);
  expect(decision).toMatchObject({ outcome: "answer", basis: "one-sentence" });
  expect(decision.answers[0]?.item.id).toBe("a");
});

const shown = (part: readonly Segmentable[]) => part.map(({ text }) => text).join(" ");

test("a message is parted where sentences begin, and short ones are left out", () => {
  const parts = sentencesOf(words("переезжаем в другой город / что с чатом / ок"));
  expect(parts.map(shown)).toEqual(["переезжаем в другой город", "что с чатом"]);
});

test("of a story the first three and the last two sentences are parts", () => {
  const story = Array.from({ length: 400 }, (_, at) => `предложение ${at}`).join(" / ");
  expect(sentencesOf(words(story)).map((part) => part[1]?.text)).toEqual([
    "0",
    "1",
    "2",
    "398",
    "399",
  ]);
});

test("the parts that are ranked have no more than 128 words in all, however many conjunctions", () => {
  let ranked = 0;
  const counting = (part: readonly Segmentable[]) => {
    ranked += part.length;
    return rank(part);
  };
  const unclear = [scored("b", 0.3), scored("a", 0.2)];
  decideMessage(words("почему чаты и ".repeat(24)), unclear, counting, SETTINGS);
  expect(ranked).toBeLessThanOrEqual(128);
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
