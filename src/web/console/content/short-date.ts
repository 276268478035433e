// ISO dates as they are written in a narrow column.

/** "15.09.2025"; no time zone comes in, as it would with Date. */
export function dateOf(isoDate: string): string {
  return isoDate.split("-").toReversed().join(".");
}
