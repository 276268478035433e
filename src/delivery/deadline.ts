// Bounds the time of something that may never end.
import { OutsideError } from "../errors.ts";
import type { Sleep } from "./sleep.ts";

interface Deadline {
  readonly timeoutMs: number;
  readonly sleep: Sleep;
  /** Ends the run early as well. */
  readonly outer: AbortSignal;
}

/**
 * Rejects with OutsideError when `run` takes longer than the deadline. The signal given to `run` is aborted
 * then; a run that does not heed it goes on unheard.
 */
export async function runWithDeadline(
  run: (signal: AbortSignal) => Promise<void>,
  { timeoutMs, sleep, outer }: Deadline,
): Promise<void> {
  const inner = new AbortController();
  const ending = new AbortController();
  const end = () => ending.abort();
  outer.addEventListener("abort", end, { once: true });
  if (outer.aborted) end();
  const timer = sleep(timeoutMs, ending.signal).then(() => {
    const reason = outer.aborted ? "it was cut short" : `it took longer than ${timeoutMs} ms`;
    throw new OutsideError(`Handling an update: ${reason}`, { isRetryable: true });
  });
  try {
    await Promise.race([run(inner.signal), timer]);
  } finally {
    outer.removeEventListener("abort", end);
    inner.abort();
    end();
  }
}
