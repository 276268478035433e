// From polling to the webhook without a gap: MAX keeps what nobody polled where no webhook ever sees it.
import { sleep as realSleep } from "../runtime/sleep.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import type { UpdatesBatch } from "./client.ts";
import { MaxFailure } from "./failure.ts";
import { type IntakeParts, receivedOf } from "./intake.ts";
import { POLL_WINDOW_MS } from "./poll-pace.ts";
import { pollingSource } from "./polling.ts";

const LIMIT = 100;
/** MAX keeps updates for a day; so many batches of them would be a hundred thousand. */
const MOST_BATCHES = 1_000;
/** What waited is gone when a poll brings no more than what is being written just now. */
const FEW = 5;
/** A hiccup of MAX is no reason to leave something behind. */
const MOST_FAILURES = 4;
const PAUSE_MS = 1_000;
/** How long MAX holds a poll open while it is told of the webhook: what comes in between ends it. */
const HELD_SECONDS = 2;
/** For a held poll to have its turn, which may take a second, and to reach MAX before the subscription does. */
const HEAD_START_MS = POLL_WINDOW_MS + 400;
/** After so many polls that ended before that, the subscription is made all the same: somebody always writes. */
const MOST_TRIES = 20;

/**
 * Takes what waits for a poll, runs `subscribe` while a poll is held open, and takes what came meanwhile: once it is
 * subscribed, MAX gives a poll nothing any more. Rejects as `subscribe` and the inbox do.
 * A MAX that answers no poll does not keep the webhook from being subscribed.
 */
export async function drainPolling(subscribe: () => Promise<void>, options: IntakeParts): Promise<void> {
  for (let count = 0; count < MOST_BATCHES; count += 1) if (((await takeBatch(1, options)) ?? 0) <= FEW) break;
  let held = takeBatch(HELD_SECONDS, options);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (!(await hasEnded(held, options))) break;
    held = takeBatch(HELD_SECONDS, options);
  }
  const subscribing = new AbortController();
  const polling = pollOn(held, subscribing.signal, options);
  // Whichever fails first: the other one must not count as unhandled.
  polling.catch(() => undefined);
  try {
    await subscribe();
  } finally {
    subscribing.abort();
  }
  await polling;
}

/** Whether the poll brought something before it could count as held; rejects as it does. */
async function hasEnded(
  poll: Promise<number | undefined>,
  { sleep = realSleep, signal }: IntakeParts,
): Promise<boolean> {
  poll.catch(() => undefined);
  const wait = sleep(HEAD_START_MS, signal).then(() => 0);
  return ((await Promise.race([poll, wait])) ?? 0) > 0;
}

/**
 * One poll after the other, so that one is open when the subscription comes to be; the last one ends after it. In the
 * moment of it one poll too many a second is better than none: what comes in between would lie where nobody looks.
 */
async function pollOn(held: Promise<number | undefined>, subscribed: AbortSignal, options: IntakeParts): Promise<void> {
  while ((await held) !== undefined && !subscribed.aborted) held = takeBatch(HELD_SECONDS, options, true);
}

/** The number of updates that MAX gave; undefined where it refuses polls. */
async function takeBatch(timeoutSeconds: number, options: IntakeParts, isUrgent = false): Promise<number | undefined> {
  const { client, inbox, bot, onReceived, log, signal } = options;
  const source = pollingSource(bot);
  const marker = await inbox.marker(source);
  let batch: UpdatesBatch;
  try {
    batch = await patiently(() => client.updates({ marker, timeoutSeconds, limit: LIMIT, signal, isUrgent }), options);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof MaxFailure)) throw error;
    log.warn({ reason: error.reason }, `${error.message}; what waits for a poll stays there`);
    return undefined;
  }
  const value = batch.marker ?? marker;
  const updates = receivedOf(batch.updates, bot, steadyNow(), log);
  const added = await inbox.receive(updates, value === undefined ? undefined : { source, value });
  if (added > 0) onReceived();
  return batch.updates.length;
}

/** Again and again, as far as the failure is a passing one. */
async function patiently<T>(attempt: () => Promise<T>, { signal, sleep = realSleep }: IntakeParts): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isPassing = error instanceof MaxFailure && error.isRetryable;
      if (!isPassing || tries >= MOST_FAILURES || signal.aborted) throw error;
      await sleep(PAUSE_MS, signal);
    }
  }
}
