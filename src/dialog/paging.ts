// Long lists page by page: what is on a page, and the buttons that turn it.
import type { Button } from "./reply.ts";
import { NEXT_PAGE, PREVIOUS_PAGE } from "./wording.ts";

export interface PageNumber {
  /** From 0. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

export interface Page<T> extends PageNumber {
  readonly items: readonly T[];
  /** The number of the first item in the whole list, from 0. */
  readonly start: number;
}

/** The page asked for, or the last one when the list has become shorter since the button was made. */
export function pageNumber(total: number, wanted: number, size: number): PageNumber {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Math.min(wanted, pages - 1), pages };
}

export function pageAt<T>(all: readonly T[], wanted: number, size: number): Page<T> {
  const { page, pages } = pageNumber(all.length, wanted, size);
  const start = page * size;
  return { items: all.slice(start, start + size), page, pages, start };
}

/** One row, or none where there is one page. */
export function turnRows(
  { page, pages }: PageNumber,
  buttonTo: (title: string, page: number) => Button,
): readonly (readonly Button[])[] {
  const row = [
    ...(page > 0 ? [buttonTo(PREVIOUS_PAGE, page - 1)] : []),
    ...(page < pages - 1 ? [buttonTo(NEXT_PAGE, page + 1)] : []),
  ];
  return row.length > 0 ? [row] : [];
}
