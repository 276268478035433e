// The numbers and switches of the matcher in one place, so that a benchmark can leave a part out and show its worth.
import type { Item } from "./items.ts";
import type { Repairs } from "../text/read.ts";

export interface Recipe {
  /** Which ways of mending a message are tried. */
  readonly repairs: Repairs;
  /** Whether greetings and politeness around a question are left out. */
  readonly courtesy: boolean;
  readonly synonyms: boolean;
  /** Whether messages that no content is about are learnt as what it does not know. */
  readonly strangers: boolean;
  /** Whether the parts of a message are looked at too. */
  readonly parts: boolean;
  /** Weight of a feature by kind, before idf: words carry the meaning, n-grams are many and overlap. */
  readonly weights: { readonly stem: number; readonly pair: number; readonly gram: number };
  /** Where entries have few phrases and nothing else is in the content, and elsewhere (measured; docs/search.md). */
  readonly few: Habits;
  readonly many: Habits;
}

export interface Habits {
  /** Letters of an n-gram inside a framed word: long enough to be particular, short enough to survive a typo. */
  readonly gramLengths: readonly number[];
  /** How much each opinion counts in the mixture; see ranker.ts. */
  readonly opinions: { readonly linear: number; readonly bayes: number; readonly nearness: number };
}

/** So many phrases an entry show what belongs to it. */
export const ENOUGH_PHRASES = 15;

export function habitsOf(items: readonly Item[], { few, many }: Recipe): Habits {
  if (items.some(({ kind }) => kind !== "entry")) return many;
  const phrases = items.reduce((sum, item) => sum + item.phrases.length + item.support.length, 0);
  return phrases < ENOUGH_PHRASES * items.length ? few : many;
}

export const RECIPE: Recipe = {
  repairs: { layout: true, translit: true, spelling: true },
  courtesy: true,
  synonyms: true,
  strangers: true,
  parts: true,
  weights: { stem: 1, pair: 0.7, gram: 0.45 },
  few: { gramLengths: [3, 4, 5], opinions: { linear: 2, bayes: 0.5, nearness: 6 } },
  many: { gramLengths: [4], opinions: { linear: 1, bayes: 0.5, nearness: 6 } },
};
