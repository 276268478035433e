// How often a thing may happen within one second.
import type { Clock } from "../world/clock.ts";

const WINDOW_MS = 1_000;

export class RateLimit {
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
