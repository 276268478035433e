// Search as you type over the content: every word somewhere in an item, slips and the wrong keyboard layout forgiven.
import Fuse, { type FuseResult } from "fuse.js";
import { foldCase } from "../../../../text/normalise.ts";
import { retypeInRussian } from "../../../../text/layout.ts";
import type { Item } from "../items.ts";

export interface Found {
  readonly item: Item;
  /** Where it was found and what stands there; undefined where the title says it. */
  readonly place: { readonly field: Field; readonly text: string } | undefined;
}

export type Field = "button" | "id" | "phrases" | "answer";

/** The first and the last position, both inside. */
type Range = readonly [first: number, last: number];

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
  const isInTitle = meant.some(({ key }) => key === "title");
  return { item, place: isInTitle ? undefined : placeOf(meant) };
}

/** Three letters inside a word are chance: "чат" in "получать". */
function meantRanges({ value = "", indices }: Match): readonly Range[] {
  return indices.filter(([first, last]) => last - first >= SHORT || !/[\p{L}\p{N}]/u.test(value[first - 1] ?? ""));
}

/** The place where most of the text is what was looked for. */
function placeOf(matches: readonly Match[]): Found["place"] {
  const [best] = matches.toSorted((a, b) => shareOf(b) - shareOf(a));
  const field = FIELDS.find((one) => one === best?.key);
  if (best === undefined || field === undefined) return undefined;
  const { value = "", indices } = best;
  return { field, text: around(value, Math.min(...indices.map(([first]) => first))) };
}

function shareOf({ value = "", indices }: Match): number {
  const length = indices.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return length / Math.max(value.length, 1);
}

/** So much is shown around what was found. */
const BEFORE = 40;
const AFTER = 100;

/** On one line, from word to word, "…" where something is left out. */
function around(text: string, place: number): string {
  const line = text.replaceAll("\n", " ");
  const start = place <= BEFORE ? 0 : line.lastIndexOf(" ", place - BEFORE) + 1;
  const border = line.indexOf(" ", place + AFTER);
  const end = border === -1 ? line.length : border;
  return `${start > 0 ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`;
}

const FIELDS: readonly Field[] = ["button", "id", "phrases", "answer"];
