// ISO dates as they are written in a narrow column.

/** "15.09.2025"; no time zone comes in, as it would with Date. */
export function dateOf(isoDate: string): string {
  return isoDate.split("-").toReversed().join(".");
}

/** The ISO date of a moment as the clock on this desk has it. */
export function isoDateOf(date: Date): string {
  const part = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
