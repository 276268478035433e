// What the content consists of, entries and side topics alike, and which of it somebody should look at.
import type { SideTopicView, Content, EntryView } from "../../../console/content/content-api.ts";
import type { SideTopicFields } from "../../../faq/edit/item-fields.ts";

export type ItemKind = "entry" | "topic" | "smalltalk";

export interface Item {
  /** As drafts are named: "entry:ID" or "aside:ID". */
  readonly key: string;
  readonly kind: ItemKind;
  readonly id: string;
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
  return {
    key: sideTopicKey(id),
    kind,
    id,
    ...none,
    ...fields,
    title: titleOfSideTopic(id, fields),
    ...health,
  };
}

/** As the bot's own lists call it. */
export function titleOfSideTopic(id: string, { title, phrases }: SideTopicFields): string {
  return [title, ...phrases].find((text) => text !== undefined && text.trim() !== "") ?? id;
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

export type Care =
  /** At least as many people say that the answer did not help as that it did. */
  { readonly kind: "disliked" } | { readonly kind: "warned"; readonly count: number };

/** One vote against says little: people tap wrong. */
const MIN_DOWN = 2;
/** What people say weighs more than what the program finds. */
const DISLIKED_WEIGHT = 10;

export function careOf({ up, down, warnings }: Pick<Item, "up" | "down" | "warnings">) {
  const cares: Care[] = [];
  if (down >= MIN_DOWN && down >= up) cares.push({ kind: "disliked" });
  if (warnings.length > 0) cares.push({ kind: "warned", count: warnings.length });
  return cares;
}

export function needsCare(item: Item): boolean {
  return careOf(item).length > 0;
}

/** The most needy first; among equals what is asked more often. */
export function byCare(a: Item, b: Item): number {
  return weightOf(b) - weightOf(a) || b.asked - a.asked;
}

function weightOf(item: Item): number {
  return careOf(item).reduce((sum, care) => sum + weightOfCare(care, item), 0);
}

function weightOfCare(care: Care, { up, down }: Item): number {
  switch (care.kind) {
    case "disliked":
      return DISLIKED_WEIGHT + down - up;
    case "warned":
      return care.count;
  }
}
