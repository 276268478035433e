// How often somebody may guess a secret: each address a little, all together somewhat more.

export interface Attempts {
  /** Counts an attempt: before the token is looked at, so that attempts at the same time are counted as well. */
  readonly take: (address: string) => Taken;
  /** It was the right one: this address starts afresh. */
  readonly forgive: (address: string) => void;
}

export type Taken =
  | { readonly kind: "allowed" }
  /** All together made too many. Nobody guesses a token, so the right one is let in: a stranger keeps nobody out. */
  | ({ readonly kind: "right-only" } & TooMany)
  /** This address made too many, whatever it has now. */
  | ({ readonly kind: "refused" } & TooMany);

interface TooMany {
  readonly waitMs: number;
  /** For the first time in this quarter of an hour: who goes on trying fills no log. */
  readonly isNews: boolean;
}

const WINDOW_MS = 15 * 60_000;
const PER_ADDRESS = 10;
/** Somebody with many addresses is stopped here, and fills neither the log nor the memory. */
const IN_TOTAL = 200;

interface Window {
  readonly from: number;
  count: number;
  isTold: boolean;
}

export function createAttempts(now: () => number): Attempts {
  const windows = new Map<string, Window>();
  const begun = (): Window => ({ from: now(), count: 0, isTold: false });
  let total = begun();

  /** Never more than IN_TOTAL and those of the window before. */
  function tidy(): void {
    for (const [address, { from }] of windows) if (isOver(from)) windows.delete(address);
    if (isOver(total.from)) total = begun();
  }

  const isOver = (from: number) => now() - from >= WINDOW_MS;

  function tooMany(window: Window): TooMany {
    const isNews = !window.isTold;
    window.isTold = true;
    return { waitMs: WINDOW_MS - (now() - window.from), isNews };
  }

  return {
    take: (address) => {
      tidy();
      const own = windows.get(address) ?? begun();
      if (own.count >= PER_ADDRESS) return { kind: "refused", ...tooMany(own) };
      if (total.count >= IN_TOTAL) return { kind: "right-only", ...tooMany(total) };
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
