// Search as you type over the content: every word somewhere in an item, slips and the wrong keyboard layout forgiven.
import Fuse, { type FuseResult } from "fuse.js";
import { foldCase } from "../../../../text/normalise.ts";
import { retypeInRussian } from "../../../../text/layout.ts";
import type { Item } from "../items.ts";
import { partsOf, snippetOf, type Part, type Range } from "../lit.tsx";

export interface Found {
  readonly item: Item;
  readonly title: readonly Part[];
  /** Where else it was found, the best place; undefined where the title says it. */
  readonly place: { readonly field: Field; readonly parts: readonly Part[] } | undefined;
}

export type Field = "button" | "id" | "phrases" | "answer";

/** One of Fuse's matches, of which nothing is changed in place. */
interface Match {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
  readonly indices: readonly Range[];
}

export type Find = (query: string) => readonly Found[];

const KEYS = [
  { name: "title", weight: 4 },
  { name: "button", weight: 3 },
  { name: "id", weight: 2 },
  { name: "phrases", weight: 2 },
  { name: "answer", weight: 1 },
];

/** How far a word may be from what is written: one letter in four or so. */
const THRESHOLD = 0.3;
/** Single letters would light up everywhere. */
const MIN_LENGTH = 2;
/** So many letters count only where a word begins. */
const SHORT = 3;

export function createFind(items: readonly Item[]): Find {
  const fuse = new Fuse(items, {
    keys: KEYS,
    threshold: THRESHOLD,
    minMatchCharLength: MIN_LENGTH,
    ignoreLocation: true,
    includeMatches: true,
    ignoreDiacritics: true,
    useTokenSearch: true,
    tokenMatch: "all",
  });
  return (query) => {
    const asked = query.trim();
    if (asked.length < MIN_LENGTH) return [];
    const found = fuse.search(asked);
    // `pfxtv`: somebody forgot to switch the keyboard.
    const results = found.length > 0 ? found : fuse.search(retypeInRussian(foldCase(asked)));
    return results.flatMap((result) => foundOf(result) ?? []);
  };
}

/** Undefined for what has the letters only inside of other words. */
function foundOf({ item, matches = [] }: FuseResult<Item>): Found | undefined {
  const meant = matches
    .map((match) => ({ ...match, indices: meantRanges(match) }))
    .filter(({ indices }) => indices.length > 0);
  if (meant.length === 0) return undefined;
  const inTitle = meant.find(({ key }) => key === "title");
  const title = partsOf(item.title, inTitle?.indices ?? []);
  const best = inTitle === undefined ? bestOf(meant) : undefined;
  return { item, title, place: best === undefined ? undefined : placeOf(best) };
}

/** Three letters inside a word are chance: "чат" in "получать". */
function meantRanges({ value = "", indices }: Match): readonly Range[] {
  return indices.filter(
    ([first, last]) => last - first >= SHORT || !/[\p{L}\p{N}]/u.test(value[first - 1] ?? ""),
  );
}

function placeOf({ key, value = "", indices }: Match) {
  const field = fieldOf(key);
  return field === undefined ? undefined : { field, parts: snippetOf(value, indices) };
}

/** The place where most of the text is what was looked for. */
function bestOf(matches: readonly Match[]): Match | undefined {
  return [...matches].sort((a, b) => shareOf(b) - shareOf(a))[0];
}

function shareOf({ value = "", indices }: Match): number {
  return litLength(indices) / Math.max(value.length, 1);
}

function litLength(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

function fieldOf(key: string | undefined): Field | undefined {
  return FIELDS.find((field) => field === key);
}

const FIELDS: readonly Field[] = ["button", "id", "phrases", "answer"];
