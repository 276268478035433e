// The matcher: from what somebody typed to a decision, for one version of the content.
import type { Faq } from "../faq/faq.ts";
import { withoutCourtesy } from "../text/courtesy.ts";
import { readWords, type ReadWord } from "../text/read.ts";
import { createVocabulary } from "../text/vocabulary.ts";
import { describe } from "./calibration.ts";
import type { Decision, Scored } from "./decide.ts";
import { explain } from "./explain.ts";
import type { Explanation } from "./explanation.ts";
import { createFeatureSpace } from "./feature-space.ts";
import { createFeaturizer } from "./features.ts";
import { itemsOf, type Item } from "./items.ts";
import type { Candidate } from "./ranker.ts";
import { decideMessage } from "./parts.ts";
import { createRelated } from "./related.ts";
import { synonymsOf } from "./synonyms.ts";
import { train } from "./train.ts";

export interface Matcher {
  /** What to do with a message; any string is fine. */
  decide(text: string): Decision;
  /** The same decision with its reasons, for people. */
  explain(text: string): Explanation;
  /** Ids of the entries nearest to an entry in content, nearest first. */
  relatedTo(entryId: string): readonly string[];
}

/** What was read out of a message and how it ranked. */
export interface Ranking {
  readonly words: readonly ReadWord[];
  readonly candidates: readonly (Scored & { readonly candidate: Candidate })[];
}

/** A text less like than this (cosine) to every phrase has nothing to rank: keyboard mash, other languages. */
const LEAST_LIKENESS = 0.05;

/** Builds the matcher; time and memory are linear in the number of phrases. Deterministic, no input or output. */
export function createMatcher(faq: Faq): Matcher {
  const items = itemsOf(faq);
  const phrases = items.flatMap((item) => item.phrases);
  const labels = Int32Array.from(items.flatMap((item, label) => item.phrases.map(() => label)));
  const vocabulary = createVocabulary([
    ...phrases,
    ...faq.entries.map((entry) => entry.answer),
    ...faq.synonyms.flat(),
  ]);
  const featuresOf = createFeaturizer(synonymsOf(faq.synonyms));
  const read = (text: string) => readWords(text, vocabulary);
  const featuresOfWords = (words: readonly ReadWord[]) =>
    featuresOf(withoutCourtesy(words).map(({ text }) => text));
  const texts = phrases.map((phrase) => featuresOfWords(read(phrase)));
  const space = createFeatureSpace(texts);
  const raws = texts.map((text) => space.vectorOf(text));
  const { ranker, calibration } = train(
    {
      space,
      raws,
      labels,
      classCount: items.length,
      isAside: Uint8Array.from(items, ({ kind }) => (kind === "entry" ? 0 : 1)),
    },
    items.map((item) => item.kind),
  );
  const relatedTo = createRelated(items, labels, raws, ranker);

  function rank(text: string): Ranking {
    const words = read(text);
    if (words.length === 0) return { words, candidates: [] };
    const candidates = ranker.candidatesOf(space.vectorOf(featuresOfWords(words)));
    if (candidates.every(({ nearness }) => nearness.best < LEAST_LIKENESS)) {
      return { words, candidates: [] };
    }
    const scored = candidates.flatMap((candidate) => {
      const item: Item | undefined = items[candidate.label];
      const confidence = calibration.probabilityOf(describe(candidate, candidates));
      return item === undefined ? [] : [{ item, confidence, candidate }];
    });
    return { words, candidates: scored.sort((a, b) => b.confidence - a.confidence) };
  }

  const decideText = (text: string) =>
    decideMessage(text, (part) => rank(part).candidates, faq.settings);

  return {
    decide: decideText,
    explain: (text) => {
      const ranking = rank(text);
      const decision = decideText(text);
      const weightOf = (word: string, label: number) => {
        const raw = space.vectorOf(featuresOf([word]));
        return raw.ids.reduce((sum, id) => sum + ranker.weight(id, label), 0);
      };
      return explain(text, { ranking, decision, phrases, weightOf, settings: faq.settings });
    },
    relatedTo,
  };
}
