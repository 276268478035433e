import { expect, test } from "vitest";
import { createRandom } from "../../test/chaos/random.ts";
import { atOnce } from "../search/steps.ts";
import { groupByLikeness, type Sketch } from "./likeness.ts";

const random = createRandom(1);

/** Each of as many of the words as it takes, by chance. */
function sketches(count: number, words: number, length: number): readonly Sketch[] {
  return Array.from({ length: count }, () => {
    const sketch = new Set<string>();
    while (sketch.size < length) sketch.add(`w${random.between(1, words)}`);
    return [...sketch];
  });
}

/** Every pair compared, in so many words. */
function naively(texts: readonly Sketch[]): readonly (readonly number[])[] {
  const counts = new Map<string, number>();
  for (const stem of texts.flat()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const squareOf = (stem: string) => Math.log(1 + texts.length / (counts.get(stem) ?? 1)) ** 2;
  const square = (stems: Sketch) => stems.reduce((sum, stem) => sum + squareOf(stem), 0);
  const groups: number[][] = [];
  for (const [index, text] of texts.entries()) {
    const likeness = groups.map(([first = 0]) => {
      const leader = texts[first] ?? [];
      const product = square(text.filter((stem) => leader.includes(stem)));
      return product / Math.sqrt(square(text) * square(leader));
    });
    const best = Math.max(...likeness, 0);
    if (best >= 0.55) groups[likeness.indexOf(best)]?.push(index);
    else groups.push([index]);
  }
  return groups;
}

test.each([
  { words: 30, length: 3 },
  { words: 60, length: 5 },
  { words: 12, length: 4 },
])("questions of $length words of $words are grouped as if every pair were compared", (of) => {
  const texts = sketches(150, of.words, of.length);
  expect(atOnce(groupByLikeness(texts, [])).groups).toEqual(naively(texts));
});

test.each([
  { words: 60, why: "all share words, and none are alike" },
  { words: 20_000, why: "unknown words" },
  { words: 13, why: "all are alike" },
])("a flood costs a bounded number of comparisons a question: $why", ({ words }) => {
  const texts = sketches(1_000, words, 12);
  // Each with each other would be 499,500.
  expect(atOnce(groupByLikeness(texts, [])).comparisons).toBeLessThanOrEqual(200_000);
});

test("whoever waits has a turn after each text", () => {
  const texts = sketches(100, 50, 5);
  expect([...groupByLikeness(texts, [])].length).toBeGreaterThanOrEqual(2 * texts.length);
});
