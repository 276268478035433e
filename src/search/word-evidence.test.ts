import { expect, test } from "vitest";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { trainRanker } from "./ranker.ts";
import { readContent } from "./reading.ts";
import { RECIPE } from "./recipe.ts";
import { atOnce } from "./steps.ts";

const { items, read, meantBy, set } = atOnce(readContent(SMALL_FAQ, RECIPE));
const ranker = atOnce(trainRanker(set, Int32Array.from(set.labels.keys())));

function candidateFor(id: string, text: string) {
  const candidates = ranker.candidatesOf(set.space.featuresOf(meantBy(read(text))));
  const found = candidates.find(({ label }) => items[label]?.id === id);
  if (found === undefined) throw new Error(`${id} is no candidate for "${text}"`);
  return found;
}

test("words with a meaning are counted, those of entries and all others", () => {
  const { words } = candidateFor("lost-book", "где я потерял книгу и блокчейн").evidence;
  expect(words).toMatchObject({ inside: 2, outside: 1 });
  expect(words.knownShare).toBeGreaterThan(0);
  expect(words.knownShare).toBeLessThan(1);
});

test("a word that only a topic has is none of the entries", () => {
  const { words } = candidateFor("lost-book", "потерял книгу под дождь").evidence;
  expect(words).toMatchObject({ inside: 2, outside: 1, knownShare: 1 });
});

test("the share of the words that a class has, and of a phrase that the text has", () => {
  const whole = candidateFor("lost-book", "потерял книгу");
  expect([whole.ownShare, whole.cover]).toEqual([1, 1]);
  const other = candidateFor("take-book", "потерял книгу");
  expect(other.ownShare).toBeGreaterThan(0);
  expect(other.ownShare).toBeLessThan(1);
});

test("a gate tells messages of strangers from those for the entries", () => {
  const strange = candidateFor("lost-book", "потерял паспорт в поездке").evidence.gate;
  const own = candidateFor("lost-book", "ребёнок потерял библиотечную книгу").evidence.gate;
  expect(own).toBeGreaterThan(strange);
});
