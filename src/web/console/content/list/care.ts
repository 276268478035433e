// Which items somebody should look at, and why.
import type { Item } from "../items.ts";

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
