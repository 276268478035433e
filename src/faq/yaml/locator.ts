// Offsets in a text to lines and columns.
import type { Place } from "../problems/problem.ts";

export interface Locator {
  readonly text: string;
  /** The place from `start` to `end` (exclusive), cut at the end of its first line. */
  placeOf(start: number, end: number): Place;
}

export function createLocator(text: string): Locator {
  const starts = lineStartsOf(text);

  function placeOf(start: number, end: number): Place {
    const offset = Math.min(Math.max(start, 0), text.length);
    const index = lastAtMost(starts, offset);
    const lineStart = starts[index] ?? 0;
    const lineEnd = (starts[index + 1] ?? text.length + 1) - 1;
    return {
      line: index + 1,
      column: offset - lineStart + 1,
      length: Math.max(1, Math.min(end, lineEnd) - offset),
    };
  }

  return { text, placeOf };
}

export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", feed + 1)) starts.push(feed + 1);
  return starts;
}

/** The index of the last of the ascending numbers that is not above `limit`; the first is taken to be 0. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
