// The content of faq.yaml after all checks: what the rest of the program works with.
import { counted } from "../text/plural.ts";

export interface Source {
  readonly title: string;
  readonly url: string | undefined;
}

export interface Entry {
  /** Stable: it is in links that people shared. */
  readonly id: string;
  readonly categoryId: string;
  readonly question: string;
  /** A short title for a button; the question where the file gives none. */
  readonly button: string;
  readonly phrases: readonly string[];
  /** Light Markdown, placeholders already replaced. */
  readonly answer: string;
  /** Ids of related entries, or undefined when they are to be computed. */
  readonly related: readonly string[] | undefined;
  /** More than the answer, for whoever asks on: light Markdown like it. */
  readonly details?: string | undefined;
  readonly source: Source | undefined;
  /** ISO date (2025-09-15) on which the answer was last checked. */
  readonly checked: string | undefined;
  /** The confidence, 0…1, this entry needs for a direct answer, where it differs from the default. */
  readonly threshold: number | undefined;
}

/** A known question outside the FAQ (topic), or a turn of small talk: phrases and an answer. */
export interface SideTopic {
  readonly id: string;
  /** How lists call it; its first phrase where the file gives none. */
  readonly title: string;
  readonly phrases: readonly string[];
  readonly answer: string;
  /** Ids of the entries that are offered under it; undefined where there are none. */
  readonly related: readonly string[] | undefined;
}

export interface Category {
  readonly id: string;
  readonly title: string;
}

export interface Settings {
  /** From this confidence on (0…1) the best entry is answered directly. */
  readonly answerThreshold: number;
  /** From this confidence on (0…1) entries are offered as "did you mean". */
  readonly suggestThreshold: number;
}

/** Where the file does not say: the one place for these numbers. */
export const DEFAULT_SETTINGS: Settings = {
  // A wrong direct answer costs more trust than one tap on a suggestion, so the bot answers directly
  // only when the best entry is more likely right than wrong.
  answerThreshold: 0.5,
  // Below this, suggestions are mostly noise, and an honest "I do not know" with a contact helps more.
  suggestThreshold: 0.05,
};

/** How long texts may be, in UTF-16 units: also for pages that say so before anything is sent. */
export const MAX_QUESTION_LENGTH = 200;
/** A label on a phone; MAX takes 128 characters but shows far fewer. */
export const MAX_BUTTON_LENGTH = 64;

export interface Faq {
  readonly organization: { readonly name: string; readonly contact: string };
  readonly categories: readonly Category[];
  readonly entries: readonly Entry[];
  readonly topics: readonly SideTopic[];
  readonly smalltalk: readonly SideTopic[];
  /** Groups of words that mean the same here. */
  readonly synonyms: readonly (readonly string[])[];
  readonly settings: Settings;
}

/** Whatever has phrases that it is found by, in the order of the file. */
export function ownersOf({ entries, topics, smalltalk }: Faq): readonly (Entry | SideTopic)[] {
  return [...entries, ...topics, ...smalltalk];
}

/** The question of an entry, the title of a side topic; undefined for what is gone. */
export function titleIn(faq: Faq, id: string): string | undefined {
  const owner = ownersOf(faq).find((one) => one.id === id);
  return owner !== undefined && "question" in owner ? owner.question : owner?.title;
}

/** A phrase may stand under two of them. */
export function phrasesOf(faq: Faq): readonly string[] {
  return ownersOf(faq).flatMap(({ phrases }) => phrases);
}

/** How much it holds, in Russian: 13 вопросов, 20 тем, 1 040 фраз. */
export function sizeOfFaq(faq: Faq): string {
  return [
    counted(faq.entries.length, ["вопрос", "вопроса", "вопросов"]),
    counted(faq.topics.length, ["тема", "темы", "тем"]),
    counted(phrasesOf(faq).length, ["фраза", "фразы", "фраз"]),
  ].join(", ");
}
