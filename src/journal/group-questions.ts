// Questions that mean the same put together, the most frequent first: what an administrator reads instead of a log.
import type { Faq } from "../faq/faq.ts";
import { withoutCourtesy } from "../text/courtesy.ts";
import { normalise, wordsOf } from "../text/normalise.ts";
import { readWords } from "../text/read.ts";
import { createVocabulary, type Vocabulary } from "../text/vocabulary.ts";
import type { Decision, Scored } from "../search/decide.ts";
import { itemsOf, vocabularyTexts } from "../search/items.ts";
import { groupBy } from "./counts.ts";
import { groupByLikeness, type Sketch } from "./likeness.ts";
import { meaningOf, synonymsOf } from "../search/lexicon.ts";

/** What is needed of a recorded question. */
export interface Groupable {
  readonly id: string;
  /** Unix time in milliseconds. */
  readonly at: number;
  readonly text: string;
  /** The same for the same person of one day. */
  readonly person: string;
}

export interface QuestionGroup {
  /** The wording that stands for all: the most frequent one. */
  readonly text: string;
  /** Ids of the questions, in the order in which they came in. */
  readonly ids: readonly string[];
  /** Other wordings, most frequent first. */
  readonly otherTexts: readonly string[];
  /** Somebody who asks on two days counts twice: more is not known. */
  readonly people: number;
  /** When it was last asked, Unix ms. */
  readonly lastAt: number;
}

/** A wording as often as it was asked; letter case, punctuation and typing errors aside. */
interface Wording {
  readonly stems: readonly string[];
  readonly members: readonly Groupable[];
}

/**
 * Groups questions as the matcher reads them: repaired, without courtesies, by stems and synonyms. Most frequent first,
 * of equal ones the last asked; the same for the same questions in any order. 10,000 questions take about a second.
 */
export function groupQuestions(
  questions: readonly Groupable[],
  faq: Faq,
): readonly QuestionGroup[] {
  const inOrder = [...questions].sort((a, b) => a.at - b.at || compare(a.id, b.id));
  const phrases = itemsOf(faq).flatMap((item) => item.phrases);
  const stemsOf = createStemmer(faq, vocabularyOf(faq, phrases, inOrder));
  const wordings = wordingsOf(inOrder, stemsOf);
  const sketches: Sketch[] = wordings.map(({ stems }) => stems);
  return groupByLikeness(sketches, phrases.map(stemsOf))
    .map((indexes) => groupOf(indexes.flatMap((index) => wordings[index] ?? [])))
    .sort((a, b) => b.ids.length - a.ids.length || b.lastAt - a.lastAt || compare(a.text, b.text));
}

/** The entries that come nearest to what a group asks, best first: `decide` is the matcher's. */
export function guessEntries(
  { text }: Pick<QuestionGroup, "text">,
  decide: (text: string) => Decision,
  count: number,
): readonly Scored[] {
  return decide(text).nearest.slice(0, count);
}

/** What is written again is a word, though the content lacks it; the rest may be a misspelling of one. */
const MIN_QUESTIONS_WITH_WORD = 2;

function vocabularyOf(
  faq: Faq,
  phrases: readonly string[],
  questions: readonly Groupable[],
): Vocabulary {
  const counts = new Map<string, number>();
  for (const { text } of questions) {
    for (const word of new Set(wordsOf(normalise(text))))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= MIN_QUESTIONS_WITH_WORD);
  return createVocabulary([...vocabularyTexts(faq, phrases), ...common.map(([word]) => word)]);
}

function createStemmer(faq: Faq, vocabulary: Vocabulary): (text: string) => readonly string[] {
  const synonyms = synonymsOf(faq.synonyms);
  const remembered = new Map<string, string>();
  const meantBy = (word: string) => {
    const meaning = remembered.get(word) ?? meaningOf(word, synonyms);
    remembered.set(word, meaning);
    return meaning;
  };
  return (text) => {
    const words = withoutCourtesy(readWords(text, vocabulary)).map((word) => word.text);
    const telling = words.filter((word) => !LETTER.test(word));
    const stems = (telling.length === 0 ? words : telling).map(meantBy);
    return [...new Set(stems)].sort(compare);
  };
}

/** "а", "в", "и" say nothing, unless that is all there is. */
const LETTER = /^\p{L}$/u;

/** Most frequent first, then the one that was asked first. */
function wordingsOf(
  questions: readonly Groupable[],
  stemsOf: (text: string) => readonly string[],
): readonly Wording[] {
  const byText = groupBy(questions, ({ text }) => normalise(text).trim());
  const read = Array.from(byText.values(), (members) => ({
    stems: stemsOf(members[0]?.text ?? ""),
    members,
  }));
  const byStems = groupBy(read, ({ stems }) => stems.join(" "));
  return Array.from(byStems.values(), (same) => ({
    stems: same[0]?.stems ?? [],
    members: same.flatMap(({ members }) => members),
  })).sort((a, b) => b.members.length - a.members.length);
}

function groupOf(wordings: readonly Wording[]): QuestionGroup {
  const members = wordings
    .flatMap((wording) => wording.members)
    .sort((a, b) => a.at - b.at || compare(a.id, b.id));
  const texts = [...groupBy(members, ({ text }) => text.trim())].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const [first = "", ...others] = texts.map(([text]) => text);
  return {
    text: first,
    ids: members.map(({ id }) => id),
    otherTexts: others,
    people: new Set(members.map(({ person }) => person)).size,
    lastAt: members.at(-1)?.at ?? 0,
  };
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
