// A content as the matcher learns from it: its phrases read like messages, with their items, as rows of numbers.
import type { Faq } from "../faq/faq.ts";
import { withoutCourtesy, withoutFunctionWords } from "../text/courtesy.ts";
import { readWords, type ReadWord } from "../text/read.ts";
import { normalise, wordsOf } from "../text/normalise.ts";
import { hasCyrillic, stem } from "../text/stem.ts";
import { createVocabulary, type Vocabulary } from "../text/vocabulary.ts";
import { createFeatureSpace } from "./feature-space.ts";
import { type Item, itemsOf, vocabularyTexts } from "./items.ts";
import { synonymsOf } from "./lexicon.ts";
import type { TrainingSet } from "./training-set.ts";
import { habitsOf, type Recipe } from "./recipe.ts";
import type { Steps } from "./steps.ts";
import { STRANGERS } from "./strangers.ts";

export interface Reading {
  /** By label. */
  readonly items: readonly Item[];
  /** By row. */
  readonly phrases: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly set: TrainingSet;
  readonly read: (text: string) => readonly ReadWord[];
  /** The words that say what is asked. */
  readonly meantBy: (words: readonly ReadWord[]) => readonly string[];
}

export function* readContent(faq: Faq, recipe: Recipe): Steps<Reading> {
  const items = itemsOf(faq);
  const learnt = items.map((item) => [...item.phrases, ...item.support]);
  const phrases = learnt.flat();
  const vocabulary = yield* createVocabulary(vocabularyTexts(faq, phrases));
  const read = (text: string) => readWords(text, vocabulary, recipe.repairs);
  const meant = <T extends Word>(words: readonly T[]) => (recipe.courtesy ? withoutCourtesy(words) : words);
  const texts: (readonly Word[])[] = [];
  for (const phrase of phrases) {
    texts.push(meant(read(phrase)));
    yield;
  }
  const labels = learnt.flatMap((own, label) => own.map(() => label));
  const isKnown = wordsTogether(texts, labels);
  for (const stranger of recipe.strangers ? strangersTo(phrases) : []) {
    const words = meant(plainWordsOf(stranger));
    yield;
    if (isKnown(words)) continue;
    texts.push(words);
    labels.push(items.length);
  }
  const { gramLengths, opinions } = habitsOf(items, recipe);
  const { space, rows } = yield* createFeatureSpace(
    texts.map((words) => words.map(({ text }) => text)),
    synonymsOf(recipe.synonyms ? faq.synonyms : []),
    gramLengths,
  );
  const set = {
    space,
    rows,
    labels: Int32Array.from(labels),
    classCount: items.length,
    isSideTopic: Uint8Array.from(items, ({ kind }) => (kind === "entry" ? 0 : 1)),
    weights: recipe.weights,
    opinions,
  };
  return {
    items,
    phrases,
    vocabulary,
    set,
    read,
    meantBy: (words) => meant(words).map(({ text }) => text),
  };
}

/** So many for each phrase of the content, and so many at least: a small content is built in no time. */
const STRANGERS_PER_PHRASE = 2;
const MIN_STRANGERS = 150;

/** In the language of the content. */
function strangersTo(phrases: readonly string[]): readonly string[] {
  const russian = phrases.filter(hasCyrillic).length;
  const all = russian * 2 >= phrases.length ? STRANGERS.russian : STRANGERS.english;
  const count = Math.max(MIN_STRANGERS, STRANGERS_PER_PHRASE * phrases.length);
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, place) => place % step === 0);
}

type Word = Pick<ReadWord, "text">;

/** They are spelt as they should be: nothing is to be mended. */
function plainWordsOf(text: string): readonly Word[] {
  return wordsOf(normalise(text)).map((word) => ({ text: word }));
}

/** Tells whether one class has all words with a meaning of a text: then the content is about it, and it is no stranger. */
function wordsTogether(
  texts: readonly (readonly Word[])[],
  labels: readonly number[],
): (words: readonly Word[]) => boolean {
  const owners = new Map<string, Set<number>>();
  const stems = new Map<string, string>();
  const stemsOf = (words: readonly Word[]) =>
    withoutFunctionWords(words).map(({ text }) => {
      const known = stems.get(text) ?? stem(text);
      stems.set(text, known);
      return known;
    });
  for (const [row, words] of texts.entries())
    for (const one of stemsOf(words)) {
      const labelsOfOne = owners.get(one) ?? new Set();
      owners.set(one, labelsOfOne.add(labels[row] ?? 0));
    }
  return (words) => {
    const [first, ...rest] = stemsOf(words).map((one) => owners.get(one));
    if (first === undefined) return false;
    return [...first].some((label) => rest.every((one) => one?.has(label)));
  };
}
