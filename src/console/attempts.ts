// How often somebody may try to sign in: each address a little, all together somewhat more.

export interface Attempts {
  /** Counts an attempt: before the token is looked at, so that attempts at the same time are counted as well. */
  readonly take: (address: string) => Taken;
  /** It was the right one: this address starts afresh. */
  readonly forgive: (address: string) => void;
}

export type Taken =
  | { readonly kind: "allowed" }
  /** All together made too many. Nobody guesses a token, so the right one is let in: a stranger keeps nobody out. */
  | { readonly kind: "right-only"; readonly waitMs: number }
  /** This address made too many, whatever it has now. */
  | { readonly kind: "refused"; readonly waitMs: number };

const WINDOW_MS = 15 * 60_000;
const PER_ADDRESS = 10;
/** Somebody with many addresses is stopped here, and fills neither the log nor the memory. */
const IN_TOTAL = 200;

interface Window {
  readonly from: number;
  count: number;
}

export function createAttempts(now: () => number): Attempts {
  const windows = new Map<string, Window>();
  let total: Window = { from: now(), count: 0 };

  /** Never more than IN_TOTAL and those of the window before. */
  function tidy(): void {
    for (const [address, { from }] of windows) if (isOver(from)) windows.delete(address);
    if (isOver(total.from)) total = { from: now(), count: 0 };
  }

  const isOver = (from: number) => now() - from >= WINDOW_MS;
  const restOf = ({ from }: Window) => WINDOW_MS - (now() - from);
  return {
    take: (address) => {
      tidy();
      const own = windows.get(address) ?? { from: now(), count: 0 };
      if (own.count >= PER_ADDRESS) return { kind: "refused", waitMs: restOf(own) };
      if (total.count >= IN_TOTAL) return { kind: "right-only", waitMs: restOf(total) };
      own.count += 1;
      total.count += 1;
      windows.set(address, own);
      return { kind: "allowed" };
    },
    forgive: (address) => {
      const own = windows.get(address);
      if (own === undefined) return;
      windows.delete(address);
      total.count -= Math.min(total.count, own.count);
    },
  };
}
