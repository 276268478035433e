// Subscriptions of the bot and the delivery of updates to them, with MAX's patience.
import { setMaxListeners } from "node:events";
import type { Clock } from "./clock.ts";
import type { Update } from "./shapes.ts";

export interface SubscriptionRequest {
  readonly url: string;
  readonly secret: string | undefined;
  /** Wanted kinds of update; undefined for all. */
  readonly updateTypes: readonly string[] | undefined;
}

interface Subscription extends SubscriptionRequest {
  readonly timeMs: number;
  readonly removal: AbortController;
  failingSinceMs: number | undefined;
}

/** MAX takes exactly 200 within this time for a delivery. */
const ANSWER_TIMEOUT_MS = 30_000;
const MAX_RETRIES = 10;
const FIRST_RETRY_MS = 60_000;
const RETRY_GROWTH = 2.5;
/** After this long without a success MAX unsubscribes the bot, silently. */
const GIVE_UP_MS = 8 * 60 * 60 * 1000;

export class Webhooks {
  readonly #clock: Clock;
  readonly #log: (line: string) => void;
  readonly #subscriptions = new Map<string, Subscription>();

  constructor(clock: Clock, log: (line: string) => void) {
    this.#clock = clock;
    this.#log = log;
  }

  get isActive(): boolean {
    return this.#subscriptions.size > 0;
  }

  list(): readonly Readonly<SubscriptionRequest & { timeMs: number }>[] {
    return [...this.#subscriptions.values()];
  }

  add(request: SubscriptionRequest): void {
    this.remove(request.url);
    const removal = new AbortController();
    // Every delivery on its way listens.
    setMaxListeners(0, removal.signal);
    this.#subscriptions.set(request.url, {
      ...request,
      timeMs: this.#clock.now(),
      removal,
      failingSinceMs: undefined,
    });
  }

  /** Whether there was such a subscription; its pending retries end. */
  remove(url: string): boolean {
    this.#subscriptions.get(url)?.removal.abort();
    return this.#subscriptions.delete(url);
  }

  /** Sends to every subscription that wants this kind; retries go on by themselves. */
  deliver(update: Update): void {
    for (const subscription of this.#subscriptions.values()) {
      if (subscription.updateTypes?.includes(update.update_type) ?? true) {
        void this.#deliverTo(subscription, update);
      }
    }
  }

  close(): void {
    for (const url of this.#subscriptions.keys()) this.remove(url);
  }

  async #deliverTo(subscription: Subscription, update: Update): Promise<void> {
    const { signal } = subscription.removal;
    let delayMs = FIRST_RETRY_MS;
    for (let retry = 0; !signal.aborted; retry += 1) {
      if (await this.#post(subscription, update)) {
        subscription.failingSinceMs = undefined;
        return;
      }
      if (signal.aborted || this.#hasGivenUp(subscription) || retry === MAX_RETRIES) return;
      await this.#clock.sleep(delayMs, signal);
      delayMs *= RETRY_GROWTH;
    }
  }

  #hasGivenUp(subscription: Subscription): boolean {
    const nowMs = this.#clock.now();
    subscription.failingSinceMs ??= nowMs;
    if (nowMs - subscription.failingSinceMs < GIVE_UP_MS) return false;
    this.#log(`Unsubscribed "${subscription.url}": no delivery succeeded for 8 hours.`);
    this.remove(subscription.url);
    return true;
  }

  /** Whether the subscriber took the update. */
  async #post(subscription: Subscription, update: Update): Promise<boolean> {
    const settled = new AbortController();
    const timeout = new AbortController();
    void this.#clock.sleep(ANSWER_TIMEOUT_MS, settled.signal).then(() => timeout.abort());
    try {
      const response = await fetch(subscription.url, {
        method: "POST",
        redirect: "manual",
        headers: headersFor(subscription),
        body: JSON.stringify(update),
        signal: AbortSignal.any([timeout.signal, subscription.removal.signal]),
      });
      await response.body?.cancel();
      if (response.status !== 200) {
        this.#log(`Webhook "${subscription.url}" answered ${response.status}: MAX wants exactly 200.`);
      }
      return response.status === 200;
    } catch (error) {
      if (!subscription.removal.signal.aborted) {
        this.#log(`Webhook "${subscription.url}" did not take the update: ${String(error)}`);
      }
      return false;
    } finally {
      settled.abort();
    }
  }
}

function headersFor(subscription: SubscriptionRequest): Readonly<Record<string, string>> {
  const { secret } = subscription;
  return {
    "content-type": "application/json",
    ...(secret === undefined ? {} : { "x-max-bot-api-secret": secret }),
  };
}
