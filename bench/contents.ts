// The content as every engine gets it: ids with their phrases.
import type { Faq } from "../src/faq/faq.ts";

/** An entry, a topic or a turn of small talk; the question of an entry is one of its phrases. */
export interface Content {
  readonly id: string;
  readonly phrases: readonly string[];
}

export function contentsOf({ entries, topics, smalltalk }: Faq): readonly Content[] {
  return [
    ...entries.map(({ id, question, phrases }) => ({ id, phrases: [question, ...phrases] })),
    ...topics,
    ...smalltalk,
  ];
}

export interface Phrase {
  readonly contentId: string;
  readonly text: string;
}

export function phrasesOf(contents: readonly Content[]): readonly Phrase[] {
  return contents.flatMap(({ id, phrases }) => phrases.map((text) => ({ contentId: id, text })));
}

/** The same content with at most `count` phrases of each list. */
export function withFewerPhrases(faq: Faq, count: number): Faq {
  const reduce = <T extends { readonly phrases: readonly string[] }>(list: readonly T[]) =>
    list.map((one) => ({ ...one, phrases: pickEvenly(one.phrases, count) }));
  return {
    ...faq,
    entries: reduce(faq.entries),
    topics: reduce(faq.topics),
    smalltalk: reduce(faq.smalltalk),
  };
}

/** Spread over the list, because neighbours were usually written by one hand at one time. */
function pickEvenly<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, k) => list[Math.floor(((k + 0.5) * list.length) / count)]).filter(
    (one) => one !== undefined,
  );
}
