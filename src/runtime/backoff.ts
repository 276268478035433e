// How long to wait before trying again: longer each time, and not all at the same moment.

export interface Backoff {
  readonly baseMs: number;
  readonly maxMs: number;
}

/**
 * The pause after the n-th failure in a row (n from 1): doubles up to `maxMs`, and a random half of it is
 * left out, so that clients stopped by one outage do not come back in one wave.
 */
export function backoffMs(
  failures: number,
  { baseMs, maxMs }: Backoff,
  random: () => number,
): number {
  const ceilingMs = Math.min(maxMs, baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(ceilingMs * (0.5 + random() / 2));
}
