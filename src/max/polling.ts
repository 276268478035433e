// Takes updates from MAX by long polling and puts them into the inbox; the marker is saved together with them.
import { type Backoff, retryUntilAborted } from "../runtime/retry.ts";
import { type Sleep, sleep as realSleep } from "../runtime/sleep.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import type { UpdatesBatch } from "./client.ts";
import { MaxFailure, asOperatorSees } from "./failure.ts";
import { type IntakeParts, receivedOf } from "./intake.ts";
import type { BotIdentity } from "./mention.ts";

export interface PollingOptions extends IntakeParts {
  /** Called after every poll that MAX answered and whose updates are safe: the sign of life. */
  readonly onPolled?: () => void;
  /** Called when a poll hung and was given up. */
  readonly onSilent?: () => void;
  readonly now?: () => number;
  readonly random?: () => number;
  /** How long MAX holds a poll open when there is nothing. */
  readonly timeoutSeconds?: number;
}

/** Notices a poll that says nothing, not even that it failed. */
export interface PollWatchdog {
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  /** Called when a poll is given up; must not throw. */
  readonly onSilent: () => void;
}

/** What MAX gives when it is not asked for a number. */
const USUAL_UPDATES = 100;
/** The most that MAX gives: asked for where more waits than came, so that two polls a second are no bound. */
const MOST_UPDATES = 1_000;
const BACKOFF: Backoff = { baseMs: 1_000, maxMs: 60_000 };
/** After so many refusals in a row the marker is suspected: MAX keeps updates for a day only. */
const REFUSALS_BEFORE_FRESH_START = 3;

/** MAX holds a poll for 30 s, and fetch gives it up after 45: whatever takes longer is stuck in the process itself. */
const SILENT_MS = 90_000;

/** Runs until `signal` is aborted. Throws UsageError when MAX refuses the token. */
export async function runPolling(options: PollingOptions): Promise<void> {
  const { client, inbox, onReceived, onPolled, log, signal } = options;
  const { sleep = realSleep, now = steadyNow } = options;
  const { random = Math.random, timeoutSeconds = 30 } = options;
  const source = pollingSource(options.bot);
  const waiting = { backoff: BACKOFF, log, signal, sleep, random };
  const watchdog = {
    signal,
    sleep: realSleep,
    onSilent: () => {
      log.error({}, "A poll hangs; it is given up, and another one made");
      options.onSilent?.();
    },
  };
  const persist = <T>(attempt: () => Promise<T>) =>
    retryUntilAborted(attempt, { ...waiting, trouble: "The inbox cannot be used" });
  let marker = await persist(() => inbox.marker(source));
  let refusals = 0;
  let limit = USUAL_UPDATES;

  async function poll(): Promise<UpdatesBatch> {
    try {
      const ask = { marker, timeoutSeconds, limit };
      return await endingPoll((ending) => client.updates({ ...ask, signal: ending }), watchdog);
    } catch (error) {
      // A large answer may be what a bad line does not carry.
      limit = USUAL_UPDATES;
      refusals = error instanceof MaxFailure && error.reason === "rejected" ? refusals + 1 : 0;
      // Without a marker MAX starts at what it has; what is known already is told by its key.
      if (refusals >= REFUSALS_BEFORE_FRESH_START) marker = undefined;
      throw asOperatorSees(error);
    }
  }

  async function take(batch: UpdatesBatch): Promise<void> {
    const isAfresh = isBefore(batch.marker, marker);
    const value = batch.marker ?? marker;
    const updates = receivedOf(batch.updates, options.bot, now(), log);
    const saved = value === undefined ? undefined : { source, value };
    if (updates.length > 0 || value !== marker) {
      // The same batch again and again while the disk is full: asking MAX for more would commit this one.
      const added = await persist(() => inbox.receive(updates, saved));
      if (added !== undefined && added > 0) onReceived();
    }
    if (isAfresh) log.warn({ marker, value }, "The marker of MAX went backwards; asking without one");
    // Where MAX counts afresh it may hold more than it just gave; what is known already is told by its key.
    marker = isAfresh ? undefined : value;
    onPolled?.();
  }

  while (!signal.aborted) {
    const batch = await retryUntilAborted(poll, {
      ...waiting,
      trouble: "MAX does not answer the poll",
    });
    if (batch === undefined) return;
    refusals = 0;
    limit = batch.updates.length >= limit ? MOST_UPDATES : USUAL_UPDATES;
    await take(batch);
  }
}

function isBefore(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && BigInt(one) < BigInt(other);
}

/** Under which the marker of a bot is kept. */
export function pollingSource({ userId }: BotIdentity): string {
  return `polling:${userId}`;
}

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
