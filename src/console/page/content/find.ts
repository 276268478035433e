// Search as you type over the content: every word somewhere in an item, slips and the wrong keyboard layout forgiven.
import Fuse, { type FuseResult, type FuseResultMatch } from "fuse.js";
import { foldCase } from "../../../text/normalise.ts";
import { retypeInRussian } from "../../../text/layout.ts";
import type { Item } from "./items.ts";
import { partsOf, snippetOf, type Part, type Range } from "./parts.ts";

export interface Found {
  readonly item: Item;
  readonly title: readonly Part[];
  /** Where else it was found, the best place; undefined where the title says it. */
  readonly place: { readonly field: Field; readonly parts: readonly Part[] } | undefined;
}

export type Field = "button" | "id" | "phrases" | "answer";

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
    return results.map(foundOf);
  };
}

function foundOf({ item, matches = [] }: FuseResult<Item>): Found {
  const inTitle = matches.find(({ key }) => key === "title");
  const title = partsOf(item.title, inTitle?.indices ?? []);
  const best = inTitle === undefined ? bestOf(matches) : undefined;
  return { item, title, place: best === undefined ? undefined : placeOf(best) };
}

function placeOf({ key, value = "", indices }: FuseResultMatch) {
  const field = fieldOf(key);
  return field === undefined ? undefined : { field, parts: snippetOf(value, indices) };
}

/** The place where most of the text is what was looked for. */
function bestOf(matches: readonly FuseResultMatch[]): FuseResultMatch | undefined {
  return [...matches].sort((a, b) => shareOf(b) - shareOf(a))[0];
}

function shareOf({ value = "", indices }: FuseResultMatch): number {
  return litLength(indices) / Math.max(value.length, 1);
}

function litLength(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

function fieldOf(key: string | undefined): Field | undefined {
  return FIELDS.find((field) => field === key);
}

const FIELDS: readonly Field[] = ["button", "id", "phrases", "answer"];
