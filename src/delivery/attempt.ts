// One attempt to handle an update, and the note how it ended.
import { DAY_MS } from "../text/local-date.ts";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import type { Inbox, PendingUpdate } from "../store/inbox/inbox.ts";
import { runWithDeadline } from "../runtime/deadline.ts";
import type { Log } from "../runtime/log.ts";
import type { Outage } from "./outage.ts";
import { retryUntilAborted, askedWaitMs, retryDelayMs } from "../runtime/retry.ts";
import type { Sleep } from "../runtime/sleep.ts";

/**
 * Handles one update, the parsed JSON. It may see an update twice: when the process ends between its last
 * call to MAX and the note that it is done. `signal` says that nobody waits for the result any more.
 */
export type Handle = (payload: unknown, signal: AbortSignal) => Promise<void>;

/** For whoever counts and tells how attempts end. Called after it is written down; must not throw. */
export interface AttemptObserver {
  /** It will not be handled any more: it is answered, or given up. */
  readonly settled: (update: PendingUpdate, outcome: "done" | "aside") => void;
  /** It failed and will be tried again. */
  readonly postponed: (update: PendingUpdate, error: unknown) => void;
}

export const NOBODY: AttemptObserver = { settled: () => undefined, postponed: () => undefined };

export interface AttemptOptions {
  readonly inbox: Pick<Inbox, "done" | "failed" | "giveUp">;
  readonly handle: Handle;
  readonly outage: Pick<Outage, "failed" | "reached" | "forget">;
  readonly observer: AttemptObserver;
  readonly log: Log;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly maxAttempts: number;
  readonly handlerTimeoutMs: number;
  /** Once aborted, others may handle the update: what was not sent yet must not be sent. */
  readonly recall: AbortSignal;
  /** Once aborted, nothing is noted any more. */
  readonly abandoned: AbortSignal;
}

const BACKOFF = { baseMs: 500, maxMs: 30_000 };
/** MAX itself keeps updates no longer, and an answer of yesterday helps nobody. */
const LONGEST_OUTAGE_MS = DAY_MS;

/** Never rejects because of the update or its handler; a failing inbox is waited for. */
export async function attempt(update: PendingUpdate, options: AttemptOptions): Promise<void> {
  const { inbox, handle, handlerTimeoutMs, recall, abandoned, sleep, outage, observer } = options;
  const note = (write: () => Promise<void>) =>
    retryUntilAborted(write, {
      ...options,
      trouble: "The inbox cannot be written",
      backoff: BACKOFF,
      signal: abandoned,
    });
  try {
    const payload: unknown = JSON.parse(update.payload);
    const deadline = { timeoutMs: handlerTimeoutMs, sleep, recall, outer: abandoned };
    await runWithDeadline((signal) => handle(payload, signal), deadline);
  } catch (error) {
    // Whoever took it over notes how it ends.
    if (abandoned.aborted || recall.aborted) return;
    const write = isPassing(error) ? waitForMax(update, error, options) : countAttempt(update, error, options);
    if (write !== undefined) await note(write);
    return;
  }
  outage.reached(update.lane);
  await note(async () => {
    await inbox.done(update.id);
    observer.settled(update, "done");
  });
}

/** The same attempt will succeed as soon as MAX is back or the operator has mended the settings. */
function isPassing(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof OutsideError && error.isRetryable);
}

/** What is to be written into the inbox, if anything: an attempt that could not succeed does not count. */
function waitForMax(update: PendingUpdate, error: unknown, options: AttemptOptions): (() => Promise<void>) | undefined {
  const { outage, log, now, observer } = options;
  const { id, lane } = update;
  const story = storyOf(error);
  const waitMs = outage.failed(lane, askedWaitMs(error));
  if (now() - update.receivedAt < LONGEST_OUTAGE_MS) {
    log.warn({ err: error, id, waitMs }, "An update waits for another attempt");
    observer.postponed(update, error);
    return undefined;
  }
  outage.forget(lane);
  log.error({ err: error, id }, "An update is given up after a day");
  return givingUp(update, story, options);
}

function countAttempt(update: PendingUpdate, error: unknown, options: AttemptOptions): () => Promise<void> {
  const { inbox, outage, log, maxAttempts, observer } = options;
  const { id, lane } = update;
  const story = storyOf(error);
  const attempts = update.attempts + 1;
  // A refusal is an answer.
  if (error instanceof OutsideError) outage.reached(lane);
  if (attempts >= maxAttempts) {
    outage.forget(lane);
    log.error({ err: error, id, attempts }, "An update is given up");
    return givingUp(update, story, options);
  }
  const waitMs = Math.max(retryDelayMs(attempts), askedWaitMs(error));
  log.warn({ err: error, id, attempts, waitMs }, "An update will be tried again");
  return async () => {
    await inbox.failed(id, story, waitMs);
    observer.postponed(update, error);
  };
}

function givingUp(update: PendingUpdate, story: string, { inbox, observer }: AttemptOptions): () => Promise<void> {
  return async () => {
    await inbox.giveUp(update.id, story);
    observer.settled(update, "aside");
  };
}

function storyOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
