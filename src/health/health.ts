// What the program notices of itself: whether an update could be handled now, and whether it may be given any.
import type { InboxSize } from "../store/inbox/inbox.ts";

/** By the part that is looked at: "ok", or what is wrong with it. */
export type Checks = Readonly<Record<string, string>>;

export interface Health {
  /** MAX answered, and what it gave is safe. */
  readonly maxAnswered: () => void;
  /** Whether this process is the one that asks MAX; one that stands by hears nothing, and is well. */
  readonly asking: (isAsking: boolean) => void;
  readonly received: (added: number) => void;
  /** There is something to do for the worker. */
  readonly woken: () => void;
  readonly looking: () => void;
  readonly looked: () => void;
  /** How many webhooks of others MAX delivers to. */
  readonly othersSubscribed: (count: number) => void;
  live(size: InboxSize | undefined): Checks;
  ready(size: InboxSize | undefined): Checks;
  /** Why the worker makes no progress; undefined while it does, or has nothing to do. */
  stuckWorker(): string | undefined;
  readonly times: () => {
    readonly updateAt: number | undefined;
    readonly maxAt: number | undefined;
  };
  readonly isAsking: () => boolean;
  readonly isSubscriptionOk: () => boolean;
}

export interface HealthOptions {
  readonly now: () => number;
  /** After so long without a word of MAX something is wrong. */
  readonly silenceMs: number;
  readonly isKnown: () => boolean;
  readonly isStopping: () => boolean;
  readonly isPolling: boolean;
}

/** No answer of the inbox takes so long, unless the connection hangs. */
const LOOK_MS = 60_000;
/** Longer than all lanes can be busy: a handler is given up after 80 s. */
const WOKEN_MS = 120_000;
/** A database may be restarted in this time. */
const INBOX_MS = 120_000;

export function createHealth(options: HealthOptions): Health {
  const { now, silenceMs, isKnown, isStopping, isPolling } = options;
  let heardAt = now();
  let maxAt: number | undefined;
  let updateAt: number | undefined;
  /** Since when the database could not be written and read, as far as somebody asked. */
  let failingSince: number | undefined;
  let lookingSince: number | undefined;
  let wokenSince: number | undefined;
  let isAsking = true;
  let others = 0;

  function stuckWorker(): string | undefined {
    const lookMs = now() - (lookingSince ?? now());
    if (lookMs > LOOK_MS) return `it has been waiting for the inbox for ${seconds(lookMs)}`;
    const wokenMs = now() - (wokenSince ?? now());
    return wokenMs > WOKEN_MS ? `it has not looked for work for ${seconds(wokenMs)}` : undefined;
  }

  function silence(): string | undefined {
    const silentMs = now() - heardAt;
    return isAsking && silentMs > silenceMs ? `silent for ${seconds(silentMs)}` : undefined;
  }

  function unusable(size: InboxSize | undefined): string | undefined {
    failingSince = size === undefined ? (failingSince ?? now()) : undefined;
    const failingMs = now() - (failingSince ?? now());
    return failingMs > INBOX_MS ? `not writable for ${seconds(failingMs)}` : undefined;
  }

  const isBlocked = () => isPolling && others > 0;
  return {
    maxAnswered: () => {
      heardAt = now();
      maxAt = heardAt;
    },
    asking: (is) => {
      if (is && !isAsking) heardAt = now();
      isAsking = is;
    },
    received: (added) => {
      if (added > 0) updateAt = now();
    },
    woken: () => {
      wokenSince ??= now();
    },
    looking: () => {
      lookingSince = now();
      wokenSince = undefined;
    },
    looked: () => {
      lookingSince = undefined;
    },
    othersSubscribed: (count) => {
      others = count;
    },
    live: (size) => checks({ max: silence(), worker: stuckWorker(), inbox: unusable(size) }),
    ready: (size) =>
      checks({
        max: isKnown() ? undefined : "has not said yet who the bot is",
        store: size === undefined ? "cannot be written" : undefined,
        subscription: isBlocked() ? "a webhook of somebody else takes the updates" : undefined,
        process: isStopping() ? "is stopping" : undefined,
      }),
    stuckWorker,
    times: () => ({ updateAt, maxAt }),
    isAsking: () => isAsking,
    isSubscriptionOk: () => !isBlocked() && silence() === undefined,
  };
}

function checks(found: Readonly<Record<string, string | undefined>>): Checks {
  return Object.fromEntries(Object.entries(found).map(([part, wrong]) => [part, wrong ?? "ok"]));
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
