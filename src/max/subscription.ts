// Keeps MAX delivering to the webhook, or to nobody but the polls: told at the start, looked after every few minutes.
import { OutsideError } from "../runtime/errors.ts";
import type { Log } from "../runtime/log.ts";
import { type Backoff, retryUntilAborted } from "../runtime/retry.ts";
import { sleep as realSleep } from "../runtime/sleep.ts";
import type { MaxClient, Subscription } from "./client.ts";
import { ANSWERED_TYPES } from "./decode.ts";
import { drainPolling } from "./drain.ts";
import { asOperatorSees } from "./failure.ts";
import type { IntakeParts } from "./intake.ts";
import { isOwnUrl, ownUrlsOf, type WebhookEndpoint } from "./own-urls.ts";

export interface SubscriptionOptions extends IntakeParts {
  readonly client: Pick<MaxClient, "subscriptions" | "subscribe" | "unsubscribe" | "updates">;
  /** Called whenever MAX said that all is as it should be. */
  readonly onChecked?: () => void;
  /** Called after each look with the number of webhooks that are not this bot's. */
  readonly onOthers?: (count: number) => void;
  readonly random?: () => number;
}

/**
 * After eight hours without a success MAX ends a subscription and says nothing (dev.max.ru, POST /subscriptions): an
 * outage of a night may have done that, and nobody who asked was answered since.
 */
const CHECK_MS = 120_000;
const BACKOFF: Backoff = { baseMs: 1_000, maxMs: 60_000 };
/** MAX repeats a failed delivery after 60 s for the first time, and only while it is subscribed. */
const FIRST_REPEAT_MS = 65_000;

/**
 * Subscribes `endpoint` and keeps it so until `signal` is aborted; then it stays as it is, since the next process will
 * want it. Throws UsageError when MAX refuses the token.
 */
export async function keepSubscribed(endpoint: WebhookEndpoint, options: SubscriptionOptions): Promise<void> {
  const { signal, sleep = realSleep, onChecked } = options;
  const told = new Set<string>();
  let isSettled = false;
  while (!signal.aborted) {
    await insistent("MAX cannot be told where to deliver to", options, () =>
      subscribe(endpoint, isSettled, told, options),
    );
    isSettled = true;
    if (!signal.aborted) onChecked?.();
    await sleep(CHECK_MS, signal);
  }
}

/**
 * Ends what is subscribed of ours, so that MAX answers the polls, and says so where somebody else is subscribed. With
 * `former`, at which this process still takes deliveries, MAX is first given the time to repeat what failed while the
 * bot was away. Throws UsageError when MAX refuses the token.
 */
export async function keepUnsubscribed(
  former: WebhookEndpoint | undefined,
  options: SubscriptionOptions,
): Promise<void> {
  const { signal, log, sleep = realSleep } = options;
  const told = new Set<string>();
  let graceMs = FIRST_REPEAT_MS;
  while (!signal.aborted) {
    try {
      await unsubscribe(former, graceMs, told, options);
      graceMs = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof OutsideError)) throw error;
      // The polls tell what MAX is like; this is only a precaution.
      log.info({ err: error }, `${error.message}; looking for webhooks again later`);
    }
    await sleep(CHECK_MS, signal);
  }
}

async function subscribe(
  endpoint: WebhookEndpoint,
  isSettled: boolean,
  told: Set<string>,
  options: SubscriptionOptions,
): Promise<void> {
  const { client, inbox, bot, log, signal } = options;
  const { url } = endpoint;
  const own = ownUrlsOf(inbox, bot);
  const found = await client.subscriptions(signal);
  const recorded = await own.read();
  const isComplete = found.some((one) => one.url === url && hasAllTypes(one));
  if (isSettled && !isComplete && !recorded.includes(url)) {
    log.warn({ host: hostOf(url) }, "Another process of this bot has moved the webhook");
    return;
  }
  // One that stands is not told again: MAX may drop what it would have repeated to it.
  if (!isComplete || (!isSettled && !(await own.isTold(endpoint)))) {
    if (isSettled) log.warn({}, "MAX had stopped delivering to the webhook; it is told again");
    await own.write([...recorded, url]);
    await tell(endpoint, found.length === 0, options);
  }
  const others = found.filter((one) => one.url !== url);
  const old = others.filter((one) => isOwnUrl(one.url, recorded, url));
  for (const one of old) await client.unsubscribe(one.url, signal);
  if (old.length > 0) log.info({ count: old.length }, "Old addresses of the webhook were removed");
  if (recorded.join() !== url) await own.write([url]);
  tellOfOthers(
    others.filter((one) => !old.includes(one)),
    told,
    log,
  );
}

async function tell(endpoint: WebhookEndpoint, isPolledUntilNow: boolean, options: SubscriptionOptions): Promise<void> {
  const { client, inbox, bot, log, signal } = options;
  const request = { ...endpoint, updateTypes: ANSWERED_TYPES };
  const subscribing = async () => {
    await client.subscribe(request, signal);
    await ownUrlsOf(inbox, bot).writeTold(endpoint);
  };
  await (isPolledUntilNow ? drainPolling(subscribing, options) : subscribing());
  log.info({ host: hostOf(endpoint.url) }, "MAX delivers to the webhook");
}

async function unsubscribe(
  former: WebhookEndpoint | undefined,
  graceMs: number,
  told: Set<string>,
  { client, inbox, bot, log, signal, sleep = realSleep, onOthers }: SubscriptionOptions,
): Promise<void> {
  const urls = ownUrlsOf(inbox, bot);
  const found = await client.subscriptions(signal);
  const recorded = await urls.read();
  const own = found.filter((one) => isOwnUrl(one.url, recorded, former?.url));
  if (graceMs > 0 && own.some((one) => one.url === former?.url)) {
    log.info({ graceMs }, "MAX may still repeat deliveries to the webhook; polling starts after that");
    await sleep(graceMs, signal);
    if (signal.aborted) return;
  }
  for (const one of own) await client.unsubscribe(one.url, signal);
  if (own.length > 0) log.info({ count: own.length }, "The webhook was removed; MAX answers polls");
  if (recorded.length > 0) await urls.write([]);
  const others = found.filter((one) => !own.includes(one));
  onOthers?.(others.length);
  tellOfOthers(others, told, log);
}

/** Each host once: it may be meant so. */
function tellOfOthers(others: readonly Subscription[], told: Set<string>, log: Log): void {
  for (const { url } of others) {
    if (told.has(url)) continue;
    told.add(url);
    const advice = "while it is subscribed polls get nothing; if nobody needs it, remove it from the bot";
    log.warn({ host: hostOf(url) }, `MAX also delivers to a webhook that is not this bot's: ${advice}`);
  }
}

/** Without its path, which may be what keeps it secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "unknown";
}

/** MAX leaves the list out where all are wanted. */
function hasAllTypes({ updateTypes }: Subscription): boolean {
  return updateTypes === undefined || ANSWERED_TYPES.every((type) => updateTypes.includes(type));
}

async function insistent(
  trouble: string,
  { log, signal, sleep = realSleep, random = Math.random }: SubscriptionOptions,
  attempt: () => Promise<void>,
): Promise<void> {
  const refusing = async () => {
    try {
      await attempt();
    } catch (error) {
      throw asOperatorSees(error);
    }
  };
  await retryUntilAborted(refusing, { trouble, backoff: BACKOFF, log, signal, sleep, random });
}
