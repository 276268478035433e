// What the list shows, as it stands in the address: a link leads to the same list.
import type { ItemKind } from "../items.ts";
import type { Asked, Filter, Order } from "./list.ts";

export interface ListParams extends Asked {
  readonly query: string;
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
