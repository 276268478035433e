// A clock that stands still until a test moves it.
import type { Clock } from "../../../src/preview/world/clock.ts";

interface Sleeper {
  readonly ms: number;
  readonly dueMs: number;
  readonly wake: () => void;
}

export class FakeClock implements Clock {
  #nowMs = 1_785_182_044_286;
  #sleepers: readonly Sleeper[] = [];
  #watchers: readonly (() => void)[] = [];

  readonly now = (): number => this.#nowMs;

  readonly sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return;
    await new Promise<void>((wake) => {
      const sleeper = { ms, dueMs: this.#nowMs + ms, wake };
      this.#sleepers = [...this.#sleepers, sleeper];
      signal.addEventListener("abort", () => this.#wake(sleeper));
      for (const watch of this.#watchers) watch();
    });
  };

  /** Moves the time and wakes those who are due. */
  advance(ms: number): void {
    this.#nowMs += ms;
    for (const sleeper of this.#sleepers.filter(({ dueMs }) => dueMs <= this.#nowMs)) {
      this.#wake(sleeper);
    }
  }

  /** Resolves as soon as somebody sleeps for exactly `ms`. */
  async asleepFor(ms: number): Promise<void> {
    const isAsleep = (): boolean => this.#sleepers.some((sleeper) => sleeper.ms === ms);
    if (isAsleep()) return;
    await new Promise<void>((resolve) => {
      const watch = (): void => {
        if (isAsleep()) resolve();
      };
      this.#watchers = [...this.#watchers, watch];
    });
  }

  #wake(sleeper: Sleeper): void {
    this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    sleeper.wake();
  }
}
