// Pauses for tests that last until the test ends them, one at a time.

export interface SteppedSleep {
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Resolves with the length of the pause, as soon as there is one. */
  asleep(): Promise<number>;
  /** Ends the pause and waits for the next one. */
  step(): Promise<number>;
}

interface Pause {
  readonly ms: number;
  readonly end: () => void;
}

/** A pause that is yet to come. */
function openPause() {
  let begin: (pause: Pause) => void = () => undefined;
  const begun = new Promise<Pause>((resolve) => (begin = resolve));
  return { begun, begin };
}

export function createSteppedSleep(): SteppedSleep {
  let next = openPause();

  return {
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const end = () => {
          signal?.removeEventListener("abort", end);
          resolve();
        };
        signal?.addEventListener("abort", end);
        if (signal?.aborted === true) end();
        next.begin({ ms, end });
      }),
    asleep: async () => (await next.begun).ms,
    step: async () => {
      const { end } = await next.begun;
      next = openPause();
      end();
      return (await next.begun).ms;
    },
  };
}
