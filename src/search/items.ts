// What the matcher can find: entries, topics and small talk in one list, each with its phrases.
import type { Faq } from "../faq/faq.ts";
import { supportOf } from "./support.ts";

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
  return [
    ...entries,
    ...sideTopics(faq.topics, "topic"),
    ...sideTopics(faq.smalltalk, "smalltalk"),
  ];
}

function sideTopics(list: Faq["topics"], kind: "topic" | "smalltalk"): readonly Item[] {
  return list.map(({ id, phrases }) => ({
    kind,
    id,
    title: phrases[0] ?? id,
    phrases,
    support: [],
    threshold: undefined,
  }));
}
