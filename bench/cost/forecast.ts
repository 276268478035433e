// Whether a measurement is worth starting, judged by the sizes before.
import type { Measurement } from "./measurement.ts";

export interface Measured {
  readonly entryCount: number;
  readonly measurement: Measurement;
}

const MAX_BUILD_MS = 60_000;
const MAX_MEMORY_BYTES = 1.5e9;
const MAX_QUESTION_MS = 1000;

/** Why the next size is not to be measured, or undefined. `earlier` are the sizes before, the largest last. */
export function reasonToSkip(earlier: readonly Measured[], entryCount: number): string | undefined {
  const last = earlier.at(-1);
  if (last === undefined) return undefined;
  const factor = entryCount / last.entryCount;
  const growth = (of: (measurement: Measurement) => number) => of(last.measurement) * factor ** exponentOf(earlier, of);
  const buildMs = growth(({ buildMs }) => buildMs);
  if (buildMs > MAX_BUILD_MS) return `would build for about ${Math.round(buildMs / 1000)} s`;
  const memoryBytes = growth(({ memoryBytes }) => memoryBytes);
  if (memoryBytes > MAX_MEMORY_BYTES) return `would take about ${(memoryBytes / 1e9).toFixed(1)} GB`;
  const questionMs = last.measurement.p50Ms * factor;
  if (questionMs > MAX_QUESTION_MS) {
    return `would take about ${(questionMs / 1000).toFixed(1)} s for a question`;
  }
  return undefined;
}

/** Of the power law through the last two sizes: 1 when linear, at most 2. */
function exponentOf(earlier: readonly Measured[], of: (measurement: Measurement) => number): number {
  const [before, last] = earlier.slice(-2);
  if (before === undefined || last === undefined) return 1;
  const growth = Math.log(of(last.measurement) / of(before.measurement));
  const exponent = growth / Math.log(last.entryCount / before.entryCount);
  return Number.isNaN(exponent) ? 1 : Math.min(2, Math.max(1, exponent));
}
