// Takes updates from MAX by long polling and puts them into the inbox; the marker is saved together with them.
import type { Backoff } from "../delivery/backoff.ts";
import type { Log } from "../delivery/log.ts";
import { insist } from "../delivery/patience.ts";
import { sleep as realSleep, type Sleep } from "../delivery/sleep.ts";
import { steadyNow } from "../delivery/steady-clock.ts";
import type { Inbox, ReceivedUpdate } from "../store/inbox.ts";
import { type BotIdentity, decodeUpdate } from "./decode.ts";
import type { MaxClient, UpdatesBatch } from "./client.ts";
import { MaxFailure, tokenRefused } from "./failure.ts";
import { chatKeyOf, updateKey } from "./update-key.ts";

export interface PollingOptions {
  readonly client: Pick<MaxClient, "updates">;
  readonly inbox: Pick<Inbox, "marker" | "receive">;
  /** Each bot has its own marker; what is meant for another is not taken. */
  readonly bot: BotIdentity;
  /** Called when new updates are in the inbox. */
  readonly onReceived: () => void;
  /** Called after every poll that MAX answered and whose updates are safe: the sign of life. */
  readonly onPolled?: () => void;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
  readonly now?: () => number;
  readonly random?: () => number;
  /** How long MAX holds a poll open when there is nothing. */
  readonly timeoutSeconds?: number;
  readonly limit?: number;
}

/** From the start of one poll to the start of the next: MAX is said to allow two a second, and asks for 300 ms. */
const POLL_INTERVAL_MS = 500;
const BACKOFF: Backoff = { baseMs: 1_000, maxMs: 60_000 };
/** After so many refusals in a row the marker is suspected: MAX keeps updates for a day only. */
const REFUSALS_BEFORE_FRESH_START = 3;

/** Runs until `signal` is aborted. Throws UsageError when MAX refuses the token. */
export async function runPolling(options: PollingOptions): Promise<void> {
  const { client, inbox, onReceived, onPolled, log, signal } = options;
  const { sleep = realSleep, now = steadyNow } = options;
  const { random = Math.random, timeoutSeconds = 30, limit = 100 } = options;
  const source = `polling:${options.bot.userId}`;
  const waiting = { backoff: BACKOFF, askedWaitMs, log, signal, sleep, random };
  const persist = <T>(attempt: () => Promise<T>) =>
    insist(attempt, { ...waiting, trouble: "The inbox cannot be used" });
  let marker = await persist(() => inbox.marker(source));
  let refusals = 0;

  async function poll(): Promise<UpdatesBatch> {
    try {
      return await client.updates({ marker, timeoutSeconds, limit, signal });
    } catch (error) {
      if (error instanceof MaxFailure && error.reason === "unauthorised") throw tokenRefused();
      refusals = error instanceof MaxFailure && error.reason === "rejected" ? refusals + 1 : 0;
      // Without a marker MAX starts at what it has; what is known already is told by its key.
      if (refusals >= REFUSALS_BEFORE_FRESH_START) marker = undefined;
      throw error;
    }
  }

  async function take(batch: UpdatesBatch): Promise<void> {
    const isAfresh = isBefore(batch.marker, marker);
    const value = batch.marker ?? marker;
    const updates = batch.updates.flatMap((update) => receivedOf(update, options.bot, now(), log));
    const saved = value === undefined ? undefined : { source, value };
    if (updates.length > 0 || value !== marker) {
      // The same batch again and again while the disk is full: asking MAX for more would commit this one.
      const added = await persist(() => inbox.receive(updates, saved));
      if (added !== undefined && added > 0) onReceived();
    }
    if (isAfresh)
      log.warn({ marker, value }, "The marker of MAX went backwards; asking without one");
    // Where MAX counts afresh it may hold more than it just gave; what is known already is told by its key.
    marker = isAfresh ? undefined : value;
    onPolled?.();
  }

  while (!signal.aborted) {
    const startedAt = now();
    const batch = await insist(poll, { ...waiting, trouble: "MAX does not answer the poll" });
    if (batch === undefined) return;
    refusals = 0;
    await take(batch);
    const restMs = POLL_INTERVAL_MS - (now() - startedAt);
    if (restMs > 0) await sleep(restMs, signal);
  }
}

function isBefore(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && BigInt(one) < BigInt(other);
}

function askedWaitMs(error: unknown): number {
  return error instanceof MaxFailure ? (error.retryAfterMs ?? 0) : 0;
}

/** An update that cannot be stored is left out: it must not keep back those after it. */
function receivedOf(
  update: unknown,
  bot: BotIdentity,
  receivedAt: number,
  log: Log,
): ReceivedUpdate[] {
  try {
    const decoded = decodeUpdate(update, bot);
    if (decoded.kind === "ignored") {
      // What people of a group say to each other leaves no trace.
      if (!decoded.isPrivate) log.info({ reason: decoded.reason }, "An update is not answered");
      return [];
    }
    const payload = JSON.stringify(update);
    const { event } = decoded;
    const lane = chatKeyOf(event.place);
    return [{ key: updateKey(update), lane, payload, isUrgent: event.kind === "tap", receivedAt }];
  } catch (error) {
    log.error({ err: error }, "An update of MAX cannot be stored and is left out");
    return [];
  }
}
