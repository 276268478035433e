// Rows as a table that a Russian spreadsheet opens with a double click.
import { stringify } from "csv-stringify/sync";
import { harmless } from "./spreadsheet-cell.ts";

/** Numbers are whole: a spreadsheet takes "12.5" for the 12th of May. What there is nothing to say on is undefined. */
export type Cell = string | number | undefined;

/**
 * RFC 4180 but for the separator: a Russian Excel parts cells at ";", and reads a file as UTF-8 only with the mark at its
 * beginning, which `isWhole` puts there.
 */
export function tableCsv(rows: readonly (readonly Cell[])[], { isWhole }: { readonly isWhole: boolean }): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell)));
  return stringify(safe, {
    bom: isWhole,
    delimiter: ";",
    record_delimiter: "\r\n",
    quoted_string: true,
    quoted_empty: false,
  });
}
