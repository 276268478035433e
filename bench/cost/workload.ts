// What the cost is measured on: a content and questions with the id of the entry each is about.
import type { Entry, Faq } from "../../src/faq/faq.ts";
import { createRandom } from "../../src/search/linear.ts";
import { pick } from "../random.ts";

export interface AskedQuestion {
  readonly text: string;
  /** The entry it is about, where that is known. */
  readonly entryId: string | undefined;
}

export interface Workload {
  readonly faq: Faq;
  readonly questions: readonly AskedQuestion[];
}

const PHRASES_PER_ENTRY = 10;
const QUESTIONS = 600;
/** Words from this length on carry a topic in most Russian sentences; shorter ones hold the sentence together. */
const TOPIC_WORD_LENGTH = 5;
const REPLACED_SHARE = 0.4;
const TYPO_SHARE = 0.3;

type Random = () => number;

/**
 * So many entries in the words of a real content: each phrase is a real one with some of its longer words replaced by
 * words of the entry, one of them its own. Common words stay as common as they are in real questions. Deterministic.
 */
export function synthesise(real: Faq, entryCount: number): Workload {
  const random = createRandom(entryCount);
  const templates = real.entries
    .flatMap(({ phrases }) => phrases)
    .map(wordsOf)
    .filter(({ length }) => length > 1);
  const vocabulary = [...new Set(templates.flat().filter(isTopical))];
  const coined = new Set<string>();
  const entries = Array.from({ length: entryCount }, (_, at) => {
    const topic = [coin(vocabulary, coined, random), pick(vocabulary, random), pick(vocabulary, random)];
    const phrases = Array.from({ length: PHRASES_PER_ENTRY }, () => phraseOf(pick(templates, random), topic, random));
    return entryOf(`entry-${at}`, phrases);
  });
  const questions = Array.from({ length: QUESTIONS }, () => questionOf(pick(entries, random), random));
  return { faq: { ...real, entries, topics: [], smalltalk: [] }, questions };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function isTopical(word: string): boolean {
  return word.length >= TOPIC_WORD_LENGTH;
}

/** A word nobody has yet: the beginning of one with the end of another. */
function coin(vocabulary: readonly string[], coined: Set<string>, random: Random): string {
  for (;;) {
    const start = pick(vocabulary, random);
    const end = pick(vocabulary, random);
    const word = start.slice(0, Math.ceil(start.length / 2)) + end.slice(Math.floor(end.length / 2));
    if (coined.has(word)) continue;
    coined.add(word);
    return word;
  }
}

function phraseOf(template: readonly string[], topic: readonly string[], random: Random): string {
  const words = template.map((word) => (isTopical(word) && random() < REPLACED_SHARE ? pick(topic, random) : word));
  const own = topic[0] ?? "";
  return words.includes(own) ? words.join(" ") : [...words, own].join(" ");
}

function entryOf(id: string, phrases: readonly string[]): Entry {
  const [question = "", ...others] = phrases;
  return {
    id,
    categoryId: "",
    question,
    button: question,
    phrases: others,
    answer: "",
    related: undefined,
    source: undefined,
    checked: undefined,
    threshold: undefined,
  };
}

/** A phrase of the entry without one of its words, sometimes with a letter missing from another. */
function questionOf(entry: Entry, random: Random): AskedQuestion {
  const words = [...wordsOf(pick([entry.question, ...entry.phrases], random))];
  words.splice(Math.floor(random() * words.length), 1);
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "");
  const hasTypo = random() < TYPO_SHARE && isTopical(longest);
  const gap = 1 + Math.floor(random() * (longest.length - 1));
  const text = words.map((word) => (hasTypo && word === longest ? word.slice(0, gap) + word.slice(gap + 1) : word));
  return { text: text.join(" "), entryId: entry.id };
}
