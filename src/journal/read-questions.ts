// Questions as the matcher reads them: repaired, without courtesies, by stems and synonyms; each wording once.
import type { Faq } from "../faq/faq.ts";
import { itemsOf, vocabularyTexts } from "../search/items.ts";
import { meaningOf, synonymsOf } from "../search/lexicon.ts";
import type { Steps } from "../search/steps.ts";
import { withoutCourtesy } from "../text/courtesy.ts";
import { normalise, wordsOf } from "../text/normalise.ts";
import { readWords, type Repairs } from "../text/read.ts";
import { createVocabulary, type Vocabulary } from "../text/vocabulary.ts";
import { addTo, groupBy } from "./counts.ts";
import type { Sketch } from "./likeness.ts";

/** A wording as often as it was asked; letter case, punctuation and typing errors aside. */
export interface Wording<Question> {
  readonly stems: Sketch;
  readonly members: readonly Question[];
}

interface ReadQuestions<Question> {
  /** Most frequent first, then the one that comes first. */
  readonly wordings: readonly Wording<Question>[];
  /** The phrases of the content, which tell how common a stem is. */
  readonly phrases: readonly Sketch[];
}

/** A step for each text or word; time is linear in the questions, whatever stands in them. */
export function* readQuestions<Question extends { readonly text: string }>(
  questions: readonly Question[],
  faq: Faq,
): Steps<ReadQuestions<Question>> {
  const byText = yield* togetherByText(questions);
  const texts = itemsOf(faq).flatMap((item) => item.phrases);
  const common = yield* commonWords(byText);
  const vocabulary = yield* createVocabulary([...vocabularyTexts(faq, texts), ...common]);
  const mended = yield* mendedAmong([...byText.keys()], vocabulary);
  const stemsOf = createStemmer(faq, vocabulary);
  const read: Wording<Question>[] = [];
  for (const [text, members] of byText) {
    read.push({ stems: stemsOf(text, mended.has(text) ? undefined : AS_TYPED), members });
    yield;
  }
  const phrases: Sketch[] = [];
  for (const text of texts) {
    phrases.push(stemsOf(text));
    yield;
  }
  return { wordings: together(read), phrases };
}

function* togetherByText<Question extends { readonly text: string }>(
  questions: readonly Question[],
): Steps<ReadonlyMap<string, readonly Question[]>> {
  const byText = new Map<string, Question[]>();
  for (const question of questions) {
    addTo(byText, normalise(beginningOf(question.text)).trim(), question);
    yield;
  }
  return byText;
}

/** In UTF-16 units: what is asked is said by then, and every word costs time. */
const READ_LENGTH = 300;

function beginningOf(text: string): string {
  if (text.length <= READ_LENGTH) return text;
  return text.slice(0, READ_LENGTH).replace(/\s\S*$/u, "");
}

/** What is written again is a word, though the content lacks it; the rest may be a misspelling of one. */
const MIN_QUESTIONS_WITH_WORD = 2;
/** The commonest: a school has no more words that its content lacks. */
const MAX_COMMON_WORDS = 3_000;

function* commonWords(byText: ReadonlyMap<string, readonly unknown[]>): Steps<readonly string[]> {
  const counts = new Map<string, number>();
  for (const [text, { length }] of byText) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + length);
    yield;
  }
  const byCount = new Map<number, string[]>();
  for (const [word, count] of counts) {
    if (count >= MIN_QUESTIONS_WITH_WORD) addTo(byCount, count, word);
    yield;
  }
  return [...byCount]
    .sort(([a], [b]) => b - a)
    .flatMap(([, words]) => words)
    .slice(0, MAX_COMMON_WORDS);
}

/** Who writes more unknown words at a time does not mistype them. */
const MAX_MENDED_AT_A_TIME = 20;
/** On an average, and some more where there are few questions: to mend a word takes as long as to read ten. */
const MENDED_PER_QUESTION = 2;
const MENDED_ANYHOW = 200;
const AS_TYPED: Repairs = { layout: false, translit: false, spelling: false };

/** The texts whose unknown words are mended: those with few of them before those with many. */
function* mendedAmong(texts: readonly string[], { isKnown }: Vocabulary): Steps<ReadonlySet<string>> {
  const all: { readonly text: string; readonly unknown: number }[] = [];
  for (const text of texts) {
    all.push({ text, unknown: wordsOf(text).filter((word) => !isKnown(word)).length });
    yield;
  }
  let left = MENDED_ANYHOW + MENDED_PER_QUESTION * texts.length;
  const chosen = all
    .filter(({ unknown }) => unknown <= MAX_MENDED_AT_A_TIME)
    .sort((a, b) => a.unknown - b.unknown)
    .filter(({ unknown }) => (left -= unknown) >= 0);
  return new Set(chosen.map(({ text }) => text));
}

function createStemmer(faq: Faq, vocabulary: Vocabulary): (text: string, repairs?: Repairs) => Sketch {
  const synonyms = synonymsOf(faq.synonyms);
  const remembered = new Map<string, string>();
  const meantBy = (word: string) => {
    const meaning = remembered.get(word) ?? meaningOf(word, synonyms);
    remembered.set(word, meaning);
    return meaning;
  };
  return (text, repairs) => {
    const words = withoutCourtesy(readWords(text, vocabulary, repairs)).map((word) => word.text);
    const telling = words.filter((word) => !LETTER.test(word));
    const stems = (telling.length === 0 ? words : telling).map(meantBy);
    return [...new Set(stems)].sort();
  };
}

/** "а", "в", "и" say nothing, unless that is all there is. */
const LETTER = /^\p{L}$/u;

function together<Question>(read: readonly Wording<Question>[]): readonly Wording<Question>[] {
  const byStems = groupBy(read, ({ stems }) => stems.join(" "));
  return Array.from(byStems.values(), (same) => ({
    stems: same[0]?.stems ?? [],
    members: same.flatMap(({ members }) => members),
  })).sort((a, b) => b.members.length - a.members.length);
}
