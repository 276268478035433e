// The pace that MAX allows a bot, or none at all.
import type { Clock } from "../world/clock.ts";

const REQUESTS_PER_SECOND = 30;
/** Whether sends, edits, deletes and answers share one allowance is not documented: each has its own here. */
const WRITES_PER_SECOND_AND_CHAT = 2;

const WINDOW_MS = 1_000;

export type Write = "send" | "edit" | "delete" | "answer";

export interface Limits {
  allowsRequest(): boolean;
  allowsWrite(write: Write, chatId: number): boolean;
}

export function maxLimits(clock: Clock): Limits {
  const requests = new RateLimit(clock, REQUESTS_PER_SECOND);
  const writes = new RateLimit(clock, WRITES_PER_SECOND_AND_CHAT);
  return {
    allowsRequest: () => requests.allows("all"),
    allowsWrite: (write, chatId) => writes.allows(`${write} ${chatId}`),
  };
}

export const noLimits: Limits = { allowsRequest: () => true, allowsWrite: () => true };

/** How often a thing may happen within one second. */
class RateLimit {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #times = new Map<string, readonly number[]>();

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
  }

  /** Whether one more is allowed under `key`; only what is allowed counts. */
  allows(key: string): boolean {
    const nowMs = this.#clock.now();
    const recent = (this.#times.get(key) ?? []).filter((time) => nowMs - time < WINDOW_MS);
    const isAllowed = recent.length < this.#perSecond;
    this.#times.set(key, isAllowed ? [...recent, nowMs] : recent);
    return isAllowed;
  }
}
