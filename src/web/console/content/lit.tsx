// A text in which what was found is lit up, all of it or what stands around the place.
import * as styles from "./content.module.css";

export interface Part {
  readonly text: string;
  readonly isLit: boolean;
}

/** The first and the last position, both inside. */
export type Range = readonly [first: number, last: number];

export function Lit({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ text, isLit }, at) =>
        isLit ? (
          <mark key={at} class={styles.lit}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}

/** So much is shown around what was found. */
const BEFORE = 40;
const AFTER = 100;

/** `ranges` in any order, perhaps overlapping. */
export function partsOf(text: string, ranges: readonly Range[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const start = Math.max(first, at);
    if (last < start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), isLit: false });
    parts.push({ text: text.slice(start, last + 1), isLit: true });
    at = last + 1;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isLit: false });
  return parts;
}

/** The text around the first range, from word to word, "…" where something is left out. */
export function snippetOf(text: string, ranges: readonly Range[]): readonly Part[] {
  const first = Math.min(...ranges.map(([start]) => start), text.length);
  const from = startBefore(text, first);
  const to = endAfter(text, from, first);
  const inside = ranges
    .filter(([start, last]) => last >= from && start < to)
    .map(([start, last]): Range => [Math.max(start, from) - from, Math.min(last, to - 1) - from]);
  const parts = partsOf(text.slice(from, to).replaceAll("\n", " "), inside);
  return [
    ...(from > 0 ? [{ text: "…", isLit: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: "…", isLit: false }] : []),
  ];
}

function startBefore(text: string, first: number): number {
  if (first <= BEFORE) return 0;
  const border = text.indexOf(" ", first - BEFORE);
  return border === -1 || border >= first ? first - BEFORE : border + 1;
}

function endAfter(text: string, from: number, first: number): number {
  const end = from + BEFORE + AFTER;
  if (end >= text.length) return text.length;
  const border = text.lastIndexOf(" ", end);
  return border <= first ? end : border;
}
