// A line in the log for what strangers can make happen thousands of times a second: at once, then once a minute.
import type { Log } from "./log.ts";
import type { Sleep } from "./sleep.ts";

const PAUSE_MS = 60_000;

export interface Seldom {
  readonly log: Pick<Log, "warn">;
  readonly sleep: Sleep;
  /** Aborted when the program stops: the last ones are told then. */
  readonly signal: AbortSignal;
}

/** A function to be told of each; what it writes is how many there were since the last line, and who was the last. */
export function warnSeldom(message: string, { log, sleep, signal }: Seldom): (address: string) => void {
  let count = 0;
  let address = "";
  let isPausing = false;

  async function tell(): Promise<void> {
    isPausing = true;
    while (count > 0) {
      log.warn({ count, address }, message);
      count = 0;
      await sleep(PAUSE_MS, signal);
    }
    isPausing = signal.aborted;
  }

  return (from) => {
    count += 1;
    address = from;
    if (!isPausing) void tell();
  };
}
