// The numbers and switches of the matcher in one place, so that a benchmark can leave a part out and show its worth.
import type { Repairs } from "../text/read.ts";

export interface Recipe {
  /** Which ways of mending a message are tried. */
  readonly repairs: Repairs;
  /** Whether greetings and politeness around a question are left out. */
  readonly courtesy: boolean;
  readonly synonyms: boolean;
  /** Whether the parts of a message are looked at too. */
  readonly parts: boolean;
  /** Weight of a feature by kind, before idf: words carry the meaning, n-grams are many and overlap. */
  readonly weights: { readonly stem: number; readonly pair: number; readonly gram: number };
  /** How much each opinion counts in the mixture; see ranker.ts. */
  readonly opinions: { readonly linear: number; readonly bayes: number; readonly nearness: number };
}

export const RECIPE: Recipe = {
  repairs: { layout: true, translit: true, spelling: true },
  courtesy: true,
  synonyms: true,
  parts: true,
  weights: { stem: 1, pair: 0.7, gram: 0.45 },
  opinions: { linear: 1, bayes: 0.5, nearness: 6 },
};
