// What the content consists of, entries and side topics alike: what the list shows and the search looks through.
import type { SideTopicView, Content, EntryView } from "../../../console/content/content-api.ts";

export type ItemKind = "entry" | "topic" | "smalltalk";

export interface Item {
  /** As drafts are named: "entry:ID" or "aside:ID". */
  readonly key: string;
  readonly kind: ItemKind;
  readonly id: string;
  /** The question of an entry, the id of a side topic. */
  readonly title: string;
  readonly button: string | undefined;
  readonly phrases: readonly string[];
  readonly answer: string;
  /** Of an entry. */
  readonly categoryId: string | undefined;
  readonly checked: string | undefined;
  readonly asked: number;
  readonly up: number;
  readonly down: number;
  readonly warnings: readonly string[];
}

/** In the order of the file. */
export function itemsOf({ entries, sideTopics }: Content): readonly Item[] {
  return [...entries.map(itemOfEntry), ...sideTopics.map(itemOfSideTopic)];
}

function itemOfEntry({ id, fields, asked, up, down, warnings }: EntryView): Item {
  const { categoryId, question, button, phrases, answer, checked } = fields;
  const health = { asked, up, down, warnings };
  const texts = { title: question, button, phrases, answer };
  return { key: entryKey(id), kind: "entry", id, ...texts, categoryId, checked, ...health };
}

function itemOfSideTopic({ kind, id, fields, asked, up, down, warnings }: SideTopicView): Item {
  const health = { asked, up, down, warnings };
  const none = { button: undefined, categoryId: undefined, checked: undefined };
  return { key: sideTopicKey(id), kind, id, title: id, ...none, ...fields, ...health };
}

/** What is gone is named by its id. */
export function questionOf(id: string, entries: Content["entries"]): string {
  return entries.find((entry) => entry.id === id)?.fields.question ?? id;
}

export function entryKey(id: string): string {
  return `entry:${id}`;
}

export function sideTopicKey(id: string): string {
  return `aside:${id}`;
}
