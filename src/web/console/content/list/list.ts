// The list of the content as the address asks for it: which kind, which of it, under which headings.
import type { Content } from "../../../../console/content/content-api.ts";
import { byCare, needsCare, type Item, type ItemKind } from "../items.ts";

/** A link leads to the same list. */
export interface ListParams extends Asked {
  readonly query: string;
}

export interface Asked {
  readonly kind: ItemKind;
  readonly filter: Filter;
}

/** What somebody should look at comes with the most needy first. */
export type Filter = "all" | "care";

export interface Section {
  /** Undefined where the order goes across the categories. */
  readonly title: string | undefined;
  readonly items: readonly Item[];
}

export const KINDS: readonly ItemKind[] = ["entry", "topic", "smalltalk"];
export const FILTERS: readonly Filter[] = ["all", "care"];

/** What the address does not say, or says wrong, is as usual. */
export function askedOf(params: URLSearchParams): ListParams {
  return {
    query: params.get("q") ?? "",
    kind: chosen(KINDS, params.get("kind")) ?? "entry",
    filter: chosen(FILTERS, params.get("show")) ?? "all",
  };
}

export function paramsOf({ query, kind, filter }: ListParams) {
  return {
    q: query,
    kind: kind === "entry" ? undefined : kind,
    show: filter === "all" ? undefined : filter,
  };
}

function chosen<T extends string>(choices: readonly T[], value: string | null): T | undefined {
  return choices.find((choice) => choice === value);
}

export function sectionsOf(
  items: readonly Item[],
  { kind, filter }: Asked,
  categories: Content["categories"],
): readonly Section[] {
  const ofKind = items.filter((item) => item.kind === kind);
  const shown = filter === "care" ? ofKind.filter(needsCare).toSorted(byCare) : ofKind;
  const sections =
    filter === "all" && kind === "entry"
      ? categories.map(({ id, title }) => ({
          title,
          items: shown.filter(({ categoryId }) => categoryId === id),
        }))
      : [{ title: undefined, items: shown }];
  return sections.filter((section) => section.items.length > 0);
}
