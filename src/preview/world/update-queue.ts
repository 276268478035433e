// Updates waiting to be fetched by long polling, with MAX's rule of what counts as read.
import { DAY_MS } from "../../text/local-date.ts";
import type { Clock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { Update } from "./shapes.ts";

export interface PollRequest {
  /** Position of the next expected update; everything before it counts as read from now on. */
  readonly marker: number | undefined;
  readonly limit: number;
  readonly timeoutMs: number;
  /** Wanted kinds of update; undefined for all. */
  readonly types: readonly string[] | undefined;
}

export interface Batch {
  readonly updates: readonly Update[];
  readonly marker: number;
}

interface Entry {
  readonly position: number;
  readonly update: Update;
}

/** MAX drops updates that nobody fetched for a day. */
const KEEP_MS = DAY_MS;

export class UpdateQueue {
  readonly #clock: Clock;
  readonly #faults: Faults;
  readonly #isPaused: () => boolean;
  #entries: readonly Entry[] = [];
  // From 1, because the SDK does not send a marker of 0.
  #nextPosition = 1;
  #committed = 1;
  readonly #sleepers = new Set<() => void>();

  /** While `isPaused` says so (a webhook is subscribed), polling gets nothing. */
  constructor(clock: Clock, faults: Faults, isPaused: () => boolean) {
    this.#clock = clock;
    this.#faults = faults;
    this.#isPaused = isPaused;
  }

  push(update: Update): void {
    const oldestMs = this.#clock.now() - KEEP_MS;
    const kept = this.#entries.filter((entry) => entry.update.timestamp >= oldestMs);
    this.#entries = [...kept, { position: this.#nextPosition, update }];
    this.#nextPosition += 1;
    this.wake();
  }

  /** Makes waiting polls look again, for instance when the webhook is gone. */
  wake(): void {
    for (const wake of this.#sleepers) wake();
  }

  /** Resolves with the first updates there are, or empty after the timeout or when `signal` aborts. */
  async poll(request: PollRequest, signal: AbortSignal): Promise<Batch> {
    if (request.marker !== undefined) this.#commit(request.marker);
    const timer = new AbortController();
    const stop = AbortSignal.any([signal, timer.signal]);
    let isOver = request.timeoutMs === 0;
    const timeout = this.#clock.sleep(request.timeoutMs, stop).then(() => (isOver = true));
    for (;;) {
      const batch = this.#take(request);
      if (batch.updates.length > 0 || isOver || signal.aborted) {
        timer.abort();
        return batch;
      }
      await this.#arrivalOr(timeout);
    }
  }

  async #arrivalOr(timeout: Promise<unknown>): Promise<void> {
    let wake = (): void => {};
    const arrival = new Promise<void>((resolve) => (wake = resolve));
    this.#sleepers.add(wake);
    await Promise.race([timeout, arrival]);
    this.#sleepers.delete(wake);
  }

  #commit(marker: number): void {
    this.#committed = Math.max(this.#committed, Math.min(marker, this.#nextPosition));
    this.#entries = this.#entries.filter((entry) => entry.position >= this.#committed);
  }

  #take({ marker, limit, types }: PollRequest): Batch {
    const start = marker ?? this.#committed;
    if (this.#isPaused()) return { updates: [], marker: this.#committed };
    const fresh = this.#entries.filter((entry) => entry.position >= start);
    const wanted = fresh.filter((entry) => types?.includes(entry.update.update_type) ?? true);
    const isLastOnly = marker === undefined && this.#faults.markerless === "last-only";
    const taken = isLastOnly ? wanted.slice(-1) : wanted.slice(0, limit);
    const updates = taken.map((entry) => entry.update);
    const last = taken.at(-1);
    // A batch that is cut short continues after its last update; a whole one also skips the unwanted.
    const isCut = taken.length < wanted.length && !isLastOnly;
    return {
      updates: this.#faults.duplicateUpdates ? updates.flatMap((update) => [update, update]) : updates,
      marker: isCut && last !== undefined ? last.position + 1 : this.#nextPosition,
    };
  }
}
