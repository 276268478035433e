// Notices a poll that says nothing, not even that it failed, and gives it up so that another one can be made.
import type { Sleep } from "../runtime/sleep.ts";
import { MaxFailure } from "./failure.ts";

export interface PollWatchdog {
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  /** Called when a poll is given up; must not throw. */
  readonly onSilent: () => void;
}

/** MAX holds a poll for 30 s, and fetch gives it up after 45: whatever takes longer is stuck in the process itself. */
const SILENT_MS = 90_000;

/** Ends as `poll` does, but rejects with a MaxFailure when that does not end; it is aborted then, and nobody hears it. */
export async function endingPoll<T>(
  poll: (signal: AbortSignal) => Promise<T>,
  { signal, sleep, onSilent }: PollWatchdog,
): Promise<T> {
  const inner = new AbortController();
  const ended = new AbortController();
  const onAbort = () => inner.abort(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();

  async function watch(): Promise<never> {
    await sleep(SILENT_MS, ended.signal);
    const failure = new MaxFailure(`GET /updates: nothing for ${SILENT_MS} ms`, {
      reason: "timeout",
    });
    if (!ended.signal.aborted) {
      onSilent();
      inner.abort(failure);
    }
    throw failure;
  }

  try {
    return await Promise.race([poll(inner.signal), watch()]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    ended.abort();
  }
}
