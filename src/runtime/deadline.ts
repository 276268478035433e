// Bounds the time of something that may never end.
import { OutsideError } from "./errors.ts";
import { sleep as realSleep, type Sleep } from "./sleep.ts";

/** The result of `work`, or undefined when it takes longer: it goes on unheard then. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const ended = new AbortController();
  const late = realSleep(ms, ended.signal).then(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}

interface Deadline {
  readonly timeoutMs: number;
  readonly sleep: Sleep;
  /** Tells the run to end, as the deadline does. */
  readonly recall: AbortSignal;
  /** Gives the run up at once. */
  readonly outer: AbortSignal;
}

/** A call to MAX that is on its way is not cut; it ends within 15 s. */
const GRACE_MS = 20_000;

/**
 * Ends as `run` does. When that takes longer than the deadline, or when it is recalled, the signal given to `run` is
 * aborted with an OutsideError, and how `run` ends within the grace is still what counts: it may have been waiting for MAX, and
 * a second run beside it could say everything twice. After the grace it rejects with an Error, as for any bug;
 * a run that does not heed its signal goes on unheard.
 */
export async function runWithDeadline(
  run: (signal: AbortSignal) => Promise<void>,
  { timeoutMs, sleep, recall, outer }: Deadline,
): Promise<void> {
  const inner = new AbortController();
  const ended = new AbortController();
  const end = () => ended.abort();
  outer.addEventListener("abort", end, { once: true });
  if (outer.aborted) end();
  const recalled = new AbortController();
  const onRecall = () => recalled.abort();
  recall.addEventListener("abort", onRecall, { once: true });
  if (recall.aborted) onRecall();
  ended.signal.addEventListener("abort", onRecall, { once: true });

  async function watch(): Promise<void> {
    await sleep(timeoutMs, recalled.signal);
    if (ended.signal.aborted) throw failure("it was cut short");
    const reason = recall.aborted ? "it was recalled" : `it took longer than ${timeoutMs} ms`;
    inner.abort(failure(reason));
    await sleep(GRACE_MS, ended.signal);
    if (ended.signal.aborted) throw failure("it was cut short");
    throw new Error(`Handling an update: ${reason} and does not end`);
  }

  try {
    await Promise.race([run(inner.signal), watch()]);
  } finally {
    outer.removeEventListener("abort", end);
    recall.removeEventListener("abort", onRecall);
    inner.abort(failure("it was cut short"));
    end();
  }
}

function failure(reason: string): OutsideError {
  return new OutsideError(`Handling an update: ${reason}`, { isRetryable: true });
}
