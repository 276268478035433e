// The length of a day, and dates as people write them by hand, such as those of `checked`.

/** In milliseconds. */
export const DAY_MS = 86_400_000;

/** The ISO date of a moment (2026-11-25) where the program runs: people think of their own calendar. */
export function localDateOf(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
