// One attempt to handle an update, and the note in the inbox how it ended.
import { OutsideError, UsageError } from "../errors.ts";
import type { Inbox, PendingUpdate } from "../store/inbox.ts";
import { runWithDeadline } from "./deadline.ts";
import type { Log } from "./log.ts";
import { insist } from "./patience.ts";
import { retryDelayMs } from "./retry-delay.ts";
import type { Sleep } from "./sleep.ts";

/**
 * Handles one update, the parsed JSON. It may see an update twice: when the process ends between its last
 * call to MAX and the note that it is done. `signal` says that nobody waits for the result any more.
 */
export type Handle = (payload: unknown, signal: AbortSignal) => Promise<void>;

export interface AttemptOptions {
  readonly inbox: Pick<Inbox, "done" | "failed" | "putAside">;
  readonly handle: Handle;
  readonly log: Log;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly maxAttempts: number;
  readonly handlerTimeoutMs: number;
  /** Once aborted, nothing is noted any more. */
  readonly abandoned: AbortSignal;
}

const BACKOFF = { baseMs: 500, maxMs: 30_000 };

/** Never rejects because of the update or its handler; a failing inbox is waited for. */
export async function attempt(update: PendingUpdate, options: AttemptOptions): Promise<void> {
  const { inbox, handle, handlerTimeoutMs, abandoned, sleep } = options;
  const note = (write: () => Promise<void>) =>
    insist(write, {
      ...options,
      trouble: "The inbox cannot be written",
      backoff: BACKOFF,
      signal: abandoned,
    });
  try {
    const payload: unknown = JSON.parse(update.payload);
    const deadline = { timeoutMs: handlerTimeoutMs, sleep, outer: abandoned };
    await runWithDeadline((signal) => handle(payload, signal), deadline);
  } catch (error) {
    if (!abandoned.aborted) await note(noteOfFailure(update, error, options));
    return;
  }
  await note(() => inbox.done(update.id));
}

function noteOfFailure(
  update: PendingUpdate,
  error: unknown,
  options: AttemptOptions,
): () => Promise<void> {
  const { inbox, log, now, maxAttempts } = options;
  const { id, lane } = update;
  const attempts = update.attempts + 1;
  const story = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (isHopeless(error, attempts, maxAttempts)) {
    log.error({ err: error, id, lane, attempts }, `An update is put aside: ${story}`);
    return () => inbox.putAside(id, story);
  }
  const waitMs = retryDelayMs(error, attempts);
  log.warn({ err: error, id, lane, attempts, waitMs }, `An update will be tried again: ${story}`);
  const retryAt = now() + waitMs;
  return () => inbox.failed(id, story, retryAt);
}

function isHopeless(error: unknown, attempts: number, maxAttempts: number): boolean {
  // The operator can mend it, however long that takes, and the answer is still due then.
  if (error instanceof UsageError) return false;
  return attempts >= maxAttempts || (error instanceof OutsideError && !error.isRetryable);
}
