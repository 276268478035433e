// Tables as Markdown, readable in a terminal too.

/** The first column is aligned to the left, the others, which are figures, to the right. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, k) => Math.max(3, ...[header, ...rows].map((row) => row[k]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) =>
    `| ${widths.map((width, k) => align(cells[k] ?? "", width, k)).join(" | ")} |`;
  const ruler = widths.map((width, k) => (k === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return `${[lineOf(header), `| ${ruler.join(" | ")} |`, ...rows.map(lineOf)].join("\n")}\n`;
}

function align(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** A share 0…1 in per cent; nothing where there was nothing to measure. */
export function percent(share: number | undefined): string {
  return share === undefined ? "" : `${(share * 100).toFixed(1)} %`;
}
