// Messages with more than one part: two questions at once, or one question inside a long story.
import type { Faq } from "../faq/faq.ts";
import { type Ends, endsOf } from "../text/ends.ts";
import { decide, type Decision, type Scored } from "./decide.ts";

/** A word with what parts it from the word before. */
export interface Segmentable {
  readonly text: string;
  /** Whether a sentence begins with it. */
  readonly isStart: boolean;
}

/** Between two questions in one sentence; a part is only taken for a question when both sides hold. */
const CONJUNCTIONS: ReadonlySet<string> = new Set(["и", "а", "но", "или"]);
/** What may follow a conjunction: "а ещё", "и заодно". */
const ADDITIONS: ReadonlySet<string> = new Set(["еще", "также", "заодно", "вот"]);

/** Longer messages are stories: they begin with what they are about, and ask at their end. */
const SENTENCES: Ends = { head: 3, tail: 2 };
/** Beyond so many conjunctions nobody asks more. */
const MAX_HALVINGS = 5;
/** A part with fewer letters is no question. */
const MIN_LETTERS = 5;

/** The sentences of a message; empty when it is only one. */
export function sentencesOf<Word extends Segmentable>(
  words: readonly Word[],
): readonly (readonly Word[])[] {
  const sentences: Word[][] = [];
  for (const word of words) {
    const last = sentences.at(-1);
    if (last === undefined || word.isStart) sentences.push([word]);
    else last.push(word);
  }
  const long = sentences.filter(isLong);
  return long.length > 1 ? endsOf(long, SENTENCES).flat() : [];
}

/** The ways to part a sentence in two at a conjunction. */
export function halvesOf<Word extends Segmentable>(
  words: readonly Word[],
): readonly (readonly [readonly Word[], readonly Word[]])[] {
  return words
    .flatMap((word, at) => (CONJUNCTIONS.has(word.text) ? [at] : []))
    .map((at): readonly [readonly Word[], readonly Word[]] => {
      const skipped = ADDITIONS.has(words[at + 1]?.text ?? "") ? 2 : 1;
      return [words.slice(0, at), words.slice(at + skipped)];
    })
    .filter(([left, right]) => isLong(left) && isLong(right))
    .slice(0, MAX_HALVINGS);
}

function isLong(words: readonly Segmentable[]): boolean {
  return words.reduce((sum, { text }) => sum + text.length, 0) >= MIN_LETTERS;
}

/** So sure must the matcher be of a part before it is taken for a question of its own. */
const PART_THRESHOLD = 0.75;
/** Two questions in one message leave a trace in the ranking of the whole: both entries are among the first three … */
const MAX_PLACE = 3;
/** … and the second has at least this confidence. */
const LEAST_TRACE = 0.02;

/** A decision with what it rests on. */
export interface MessageDecision extends Decision {
  readonly basis: "exact" | "whole" | "one-sentence" | "two-questions";
}

/** More parts than this, or of more words in all, are not looked at: the cost of a story stays that of a few questions. */
const MAX_PARTS = 8;
const MAX_PART_WORDS = 128;

type Rank<Word> = (words: readonly Word[]) => readonly Scored[];

/**
 * The decision about a message: about the whole of it, unless its parts ask for two different entries, or unless one
 * sentence is a clear question and the whole is not.
 */
export function decideMessage<Word extends Segmentable>(
  words: readonly Word[],
  whole: readonly Scored[],
  rank: Rank<Word>,
  settings: Faq["settings"],
): MessageDecision {
  const decision = decide(whole, settings);
  const sentences = sentencesOf(words);
  const rankPart = remembering(rank);
  const two = twoQuestions(words, sentences, whole, rankPart);
  if (two.length > 1) {
    return {
      ...decision,
      outcome: "answer",
      answers: two,
      suggestions: [],
      basis: "two-questions",
    };
  }
  if (decision.outcome === "answer" || decision.outcome === "smalltalk") {
    return { ...decision, basis: "whole" };
  }
  const clear = sentences
    .map((sentence) => rankPart(sentence))
    .filter((ranked) => sureEntryOf(ranked) !== undefined)
    .sort((a, b) => (b[0]?.confidence ?? 0) - (a[0]?.confidence ?? 0))[0];
  if (clear === undefined) return { ...decision, basis: "whole" };
  return { ...decide(clear, settings), basis: "one-sentence" };
}

/** A sentence is looked at for two questions and for a clear one; ranking it twice would double the time. */
function remembering<Word>(rank: Rank<Word>): Rank<Word> {
  const known = new Map<readonly Word[], readonly Scored[]>();
  return (words) => {
    const ranked = known.get(words) ?? rank(words);
    known.set(words, ranked);
    return ranked;
  };
}

/** The entry a part clearly asks for. */
function sureEntryOf(ranked: readonly Scored[]): Scored | undefined {
  const [best] = ranked;
  const isSure = best?.item.kind === "entry" && best.confidence >= PART_THRESHOLD;
  return isSure ? best : undefined;
}

function twoQuestions<Word extends Segmentable>(
  words: readonly Word[],
  sentences: readonly (readonly Word[])[],
  whole: readonly Scored[],
  rank: Rank<Word>,
): readonly Scored[] {
  const traces = whole
    .filter(({ item, confidence }) => item.kind === "entry" && confidence >= LEAST_TRACE)
    .slice(0, MAX_PLACE);
  if (traces.length < 2) return [];
  const isTraced = ({ item }: Scored) => traces.some((trace) => trace.item === item);
  const sureAmong = (parts: readonly (readonly Word[])[]) => {
    const sure = parts.flatMap((part) => sureEntryOf(rank(part)) ?? []).filter(isTraced);
    const first = sure[0];
    const second = sure.find(({ item }) => item !== first?.item);
    return first !== undefined && second !== undefined ? [first, second] : [];
  };
  const partings: readonly (readonly (readonly Word[])[])[] = [
    ...(sentences.length > 1 ? [sentences] : []),
    ...(sentences.length > 1 ? sentences : [words]).flatMap((sentence) => halvesOf(sentence)),
  ];
  let looked = 0;
  let wordCount = 0;
  for (const parts of partings) {
    looked += parts.length;
    wordCount += parts.reduce((sum, part) => sum + part.length, 0);
    if (looked > MAX_PARTS || wordCount > MAX_PART_WORDS) break;
    const two = sureAmong(parts);
    if (two.length > 0) return two;
  }
  return [];
}
