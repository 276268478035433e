import { expect, test } from "vitest";
import { describe, DESCRIPTION } from "./describe.ts";
import type { Candidate } from "./ranker.ts";

const candidate: Candidate = {
  label: 0,
  isSideTopic: false,
  nearness: { bestPhrase: 0, best: 0.5, topMean: 0.4 },
  linear: 1,
  bayes: 1,
  mixed: -1,
  logit: 2,
  ownShare: 0.5,
  cover: 1,
  evidence: {
    knownShare: 0.5,
    wordCount: 2,
    words: { total: 1, knownShare: 0.5, inside: 1, outside: 2, unknown: 1 },
    classCount: 3,
    phrasesPerClass: 10,
    gate: 1,
  },
};

function numberOf(name: (typeof DESCRIPTION)[number], rivals: readonly Candidate[]): number {
  return describe(candidate, rivals)[DESCRIPTION.indexOf(name)] ?? Number.NaN;
}

test("every number has a name", () => {
  expect(describe(candidate, [candidate])).toHaveLength(DESCRIPTION.length);
});

test("the words of side topics are no strangers to a side topic", () => {
  const aside = { ...candidate, isSideTopic: true };
  const at = DESCRIPTION.indexOf("words with a meaning that no entry has");
  expect(describe(candidate, [])[at]).toBe(Math.log1p(2));
  expect(describe(aside, [])[at]).toBe(Math.log1p(1));
});

test("a candidate without rivals leads no further than before a poor one", () => {
  const poor = { ...candidate, label: 1, mixed: -9 };
  const good = { ...candidate, label: 1, mixed: -2 };
  const lead = "lead in the mixture";
  expect(numberOf(lead, [candidate])).toBe(numberOf(lead, [candidate, poor]));
  expect(numberOf(lead, [candidate, good])).toBe(1);
  expect(numberOf("share of the mixture", [candidate])).toBeLessThan(0);
});
