// What the matcher can find: entries, topics and small talk in one list, each with its phrases.
import type { Faq } from "../faq/faq.ts";

export type ItemKind = "entry" | "topic" | "smalltalk";

export interface Item {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
  /** The question of an entry is one of its phrases. */
  readonly phrases: readonly string[];
  /** Texts beside the phrases that are learnt from: what an entry with few phrases borrows from its answer. */
  readonly support: readonly string[];
  readonly threshold: number | undefined;
}

export function itemsOf(faq: Faq): readonly Item[] {
  const entries = faq.entries.map((entry) => ({
    kind: "entry" as const,
    id: entry.id,
    title: entry.question,
    phrases: [entry.question, ...entry.phrases],
    support: supportOf(entry.answer, entry.phrases.length),
    threshold: entry.threshold,
  }));
  return [...entries, ...sideTopics(faq.topics, "topic"), ...sideTopics(faq.smalltalk, "smalltalk")];
}

function sideTopics(list: Faq["topics"], kind: "topic" | "smalltalk"): readonly Item[] {
  return list.map(({ id, title, phrases }) => ({
    kind,
    id,
    title,
    phrases,
    support: [],
    threshold: undefined,
  }));
}

/** From so many phrases on the answer adds nothing that the phrases do not say better (measured; docs/search.md). */
const ENOUGH_PHRASES = 20;
/** Shorter pieces are headings and dates. */
const MIN_LENGTH = 12;

const MARKUP = /\*\*|\]\([^)]*\)|https?:\/\/\S+|[[\]]/gu;
const BORDER = /[\n.;:!?]+/u;
const BULLET = /^[-–—•·*\s]+/u;

/** The sentences and list items of an answer, where its entry has few phrases; otherwise none. */
export function supportOf(answer: string, phraseCount: number): readonly string[] {
  if (phraseCount >= ENOUGH_PHRASES) return [];
  return answer
    .replace(MARKUP, " ")
    .split(BORDER)
    .map((piece) => piece.replace(BULLET, "").trim())
    .filter((piece) => piece.length >= MIN_LENGTH);
}

/** `phrases` are those of all items. */
export function vocabularyTexts(faq: Faq, phrases: readonly string[]): readonly string[] {
  return [...phrases, ...faq.entries.map(({ answer }) => answer), ...faq.synonyms.flat()];
}
