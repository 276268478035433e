import { expect, test } from "vitest";
import { NEGATIONS, PREPOSITIONS, unglued } from "./unglue.ts";

const KNOWN = new Set(["переносятся", "хочу", "максе", "кот"]);
const isKnown = (word: string) => KNOWN.has(word);

test.each<[string, readonly string[] | undefined, string]>([
  ["непереносятся", ["не", "переносятся"], "a negation written together"],
  ["нехочу", ["не", "хочу"], "a short one"],
  ["некот", undefined, "too short to tell"],
  ["переносятся", undefined, "no negation"],
  ["неведомо", undefined, "the rest is no known word"],
])("%j: %j: %s", (word, parts, _why) => {
  expect(unglued(word, NEGATIONS, isKnown)).toEqual(parts);
});

test.each<[string, readonly string[] | undefined, string]>([
  ["вмаксе", ["в", "максе"], "a preposition written together"],
  ["скот", undefined, "too short to tell"],
  ["немаксе", undefined, "a negation is no preposition"],
])("%j: %j: %s", (word, parts, _why) => {
  expect(unglued(word, PREPOSITIONS, isKnown)).toEqual(parts);
});
