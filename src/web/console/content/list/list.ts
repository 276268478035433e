// The list of the content as it is asked for: which kind, which of it, in which order, under which headings.
import type { Content } from "../../../../console/content/content-api.ts";
import { byCare, needsCare } from "./care.ts";
import type { Item, ItemKind } from "../items.ts";

export interface Asked {
  readonly kind: ItemKind;
  readonly filter: Filter;
  readonly order: Order;
}

export type Filter = "all" | "care" | "drafts";
/** `file`: as in the file, by category. */
export type Order = "file" | "care" | "asked" | "phrases" | "checked";

export interface Section {
  /** Undefined where the order goes across the categories. */
  readonly title: string | undefined;
  readonly items: readonly Item[];
}

/** `drafts`: the keys of items with unsaved changes. */
export function sectionsOf(
  items: readonly Item[],
  { kind, filter, order }: Asked,
  { categories, drafts }: Pick<Content, "categories"> & { readonly drafts: ReadonlySet<string> },
): readonly Section[] {
  const shown = items
    .filter((item) => item.kind === kind)
    .filter((item) => isAskedFor(item, filter, drafts));
  if (order === "file" && kind === "entry") return byCategory(shown, categories);
  return shown.length === 0 ? [] : [{ title: undefined, items: sorted(shown, order) }];
}

/** How many a filter leaves, for its label. */
export function countOf(
  items: readonly Item[],
  filter: Filter,
  drafts: ReadonlySet<string>,
): number {
  return items.filter((item) => isAskedFor(item, filter, drafts)).length;
}

function isAskedFor(item: Item, filter: Filter, drafts: ReadonlySet<string>): boolean {
  switch (filter) {
    case "all":
      return true;
    case "care":
      return needsCare(item);
    case "drafts":
      return drafts.has(item.key);
  }
}

function byCategory(items: readonly Item[], categories: Content["categories"]): readonly Section[] {
  return categories
    .map(({ id, title }) => ({ title, items: items.filter(({ categoryId }) => categoryId === id) }))
    .filter((section) => section.items.length > 0);
}

function sorted(items: readonly Item[], order: Order): readonly Item[] {
  switch (order) {
    case "file":
      return items;
    case "care":
      return items.toSorted(byCare);
    case "asked":
      return items.toSorted((a, b) => b.asked - a.asked);
    case "phrases":
      return items.toSorted((a, b) => a.phrases.length - b.phrases.length);
    case "checked":
      // What was never checked comes first: "" is before every date.
      return items.toSorted((a, b) => (a.checked ?? "").localeCompare(b.checked ?? ""));
  }
}
