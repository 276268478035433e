// A wait that ends early when there is something to do, even when that came before the wait began.
import type { Sleep } from "../runtime/sleep.ts";

export interface Pause {
  /** From here on `end` counts. */
  prepare(): void;
  wait(ms: number): Promise<void>;
  end(): void;
}

export function createPause(sleep: Sleep): Pause {
  let controller = new AbortController();
  return {
    prepare: () => {
      controller = new AbortController();
    },
    wait: async (ms) => {
      if (!controller.signal.aborted) await sleep(ms, controller.signal);
    },
    end: () => controller.abort(),
  };
}
