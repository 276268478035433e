// Dates as people write them by hand, such as those of `checked`: they think of their own calendar.

/** The ISO date of a moment (2026-11-25) where the program runs. */
export function localDateOf(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
