// What is typed as it stands in the content: its owner is known without any ranking. Buttons and teaching rely on it.
import type { Faq } from "../faq/faq.ts";
import { foldPhrase } from "../text/normalise.ts";
import type { Item } from "./items.ts";

/** A longer text is no phrase, and folding it would cost for nothing; in UTF-16 units. */
const MAX_LENGTH = 500;

/** The items under which a text is written, entries first; none for what the content does not hold word for word. */
export type FindExact = (text: string) => readonly Item[];

/** What differs only in case, ё, punctuation and pasted invisible characters is the same. */
export function createExact(items: readonly Item[], { entries }: Faq): FindExact {
  const owners = new Map<string, Item[]>();
  const add = (text: string, item: Item) => {
    const key = foldPhrase(text);
    const known = owners.get(key) ?? [];
    if (key !== "" && !known.includes(item)) owners.set(key, [...known, item]);
  };
  for (const item of items) for (const phrase of item.phrases) add(phrase, item);
  for (const [place, { button }] of entries.entries()) {
    const item = items[place];
    if (item !== undefined) add(button, item);
  }
  return (text) => (text.length > MAX_LENGTH ? [] : lookUp(owners, text));
}

function lookUp(owners: ReadonlyMap<string, readonly Item[]>, text: string): readonly Item[] {
  const key = foldPhrase(text);
  const whole = owners.get(key);
  if (whole !== undefined || !IS_SIGNS.test(key)) return whole ?? [];
  // Of "👍❤️" either is meant.
  const signs = Array.from(SIGNS.segment(text), ({ segment }) => foldPhrase(segment));
  return owners.get(signs.find((sign) => owners.has(sign)) ?? "") ?? [];
}

/** Apart as people see them: a flag or a family is one. */
const SIGNS = new Intl.Segmenter("ru", { granularity: "grapheme" });
/** No letter and no digit, and something to see. */
const IS_SIGNS = /^[^\p{L}\p{N}]+$/u;
