// Whether somebody asked the same again in other words: the reply before did not do.
import type { Faq } from "../faq/faq.ts";
import { itemsOf } from "../search/items.ts";
import { meaningOf, synonymsOf } from "../search/lexicon.ts";
import type { Steps } from "../search/steps.ts";
import { contentWordsOf } from "../text/courtesy.ts";
import { foldCase, normalise, wordsOf } from "../text/normalise.ts";
import { slipsBetween } from "../text/slip.ts";
import { type Sketch, type SquareOf, squaredIdfOf } from "./likeness.ts";
import { itemGiven, type AskedQuestion } from "./records.ts";

export type Rephrased = Pick<AskedQuestion, "at" | "text" | "outcome" | "itemId" | "chosenEntryId">;

/** Whether the later one asks what the earlier one asked. Time is in proportion to the product of their lengths. */
export type IsRephrasing = (later: Rephrased, earlier: Rephrased) => boolean;

/** So like (cosine of the idf-weighted stems) are two texts that ask the same: half of what they say is in both. */
const LEAST_LIKENESS = 0.5;
/** Who gets the same item twice asks the same, if some word is the same: catch-alls are for quite different questions. */
const LEAST_OF_SAME_ITEM = 0.1;
/** "А у ребёнка?" goes a step further, unless nearly all of it was said before. */
const LEAST_OF_FOLLOW_UP = 0.8;
const FOLLOW_UP = /^\P{L}*(?:ну )?(?:а|и|но|или|тогда|еще|также)(?!\p{L})/u;
/** What comes sooner was written before the reply could be read: sent twice, or in two pieces. */
const LEAST_MS_TO_READ = 5_000;
/** In UTF-16 units: what is asked is said by then, and a story takes long to compare. */
const READ_LENGTH = 300;
/** Slips (text/slip) for each letter that make no other word of a stem, and the letters it has to have for that. */
const MAX_SLIPS_PER_LETTER = 0.18;
const MIN_MISTYPED = 4;

/** A step for each phrase of the content; all steps of the shipped one take some 0.2 s. */
export function* createRephrasing(faq: Faq): Steps<IsRephrasing> {
  const synonyms = synonymsOf(faq.synonyms);
  const stemsOf = (text: string): Sketch => {
    const words = wordsOf(normalise(text.slice(0, READ_LENGTH))).map((word) => ({ text: word }));
    return [...new Set(contentWordsOf(words).map((word) => meaningOf(word.text, synonyms)))];
  };
  const phrases: Sketch[] = [];
  for (const text of itemsOf(faq).flatMap((item) => item.phrases)) {
    phrases.push(stemsOf(text));
    yield;
  }
  const weightOf = yield* squaredIdfOf(phrases);
  return (later, earlier) => {
    if (later.outcome === "smalltalk" || earlier.outcome === "smalltalk") return false;
    if (later.at - earlier.at < LEAST_MS_TO_READ) return false;
    const likeness = likenessOf(stemsOf(later.text), stemsOf(earlier.text), weightOf);
    return likeness >= leastLikeness(later, earlier);
  };
}

function leastLikeness(later: Rephrased, earlier: Rephrased): number {
  if (FOLLOW_UP.test(foldCase(later.text))) return LEAST_OF_FOLLOW_UP;
  const item = itemGiven(later);
  return item !== undefined && item === itemGiven(earlier) ? LEAST_OF_SAME_ITEM : LEAST_LIKENESS;
}

/** 0…1 */
function likenessOf(some: Sketch, others: Sketch, weightOf: SquareOf): number {
  const sum = (stems: Sketch) => stems.reduce((total, stem) => total + weightOf(stem), 0);
  const shared = some.flatMap((stem) => {
    const like = others.find((other) => isSame(stem, other));
    return like === undefined ? [] : [Math.min(weightOf(stem), weightOf(like))];
  });
  const norm = Math.sqrt(sum(some) * sum(others));
  return norm === 0 ? 0 : Math.min(1, shared.reduce((a, b) => a + b, 0) / norm);
}

function isSame(stem: string, other: string): boolean {
  if (stem === other) return true;
  const length = Math.min(stem.length, other.length);
  const most = MAX_SLIPS_PER_LETTER * length;
  return length >= MIN_MISTYPED && slipsBetween(stem, other, most) <= most;
}
