// The list of the content as the address asks for it: which kind, which of it, in which order, under which headings.
import type { Content } from "../../../../console/content/content-api.ts";
import { byCare, needsCare, type Item, type ItemKind } from "../items.ts";

/** A link leads to the same list. */
export interface ListParams extends Asked {
  readonly query: string;
}

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

export const KINDS: readonly ItemKind[] = ["entry", "topic", "smalltalk"];
export const FILTERS: readonly Filter[] = ["all", "care", "drafts"];
export const ORDERS: readonly Order[] = ["file", "care", "asked", "phrases", "checked"];

/** What the address does not say, or says wrong, is as usual. */
export function askedOf(params: URLSearchParams): ListParams {
  return {
    query: params.get("q") ?? "",
    kind: chosen(KINDS, params.get("kind")) ?? "entry",
    filter: chosen(FILTERS, params.get("show")) ?? "all",
    order: chosen(ORDERS, params.get("order")) ?? "file",
  };
}

export function paramsOf({ query, kind, filter, order }: ListParams) {
  return {
    q: query,
    kind: kind === "entry" ? undefined : kind,
    show: filter === "all" ? undefined : filter,
    order: order === "file" ? undefined : order,
  };
}

function chosen<T extends string>(choices: readonly T[], value: string | null): T | undefined {
  return choices.find((choice) => choice === value);
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
