// Keeps calls within the limits of MAX: 30 requests a second in total and 2 a second in one chat.
import { CALLS_PER_CHAT_AND_SECOND, CALLS_PER_SECOND } from "../markup/max-limits.ts";
import type { Sleep } from "../runtime/sleep.ts";
import type { SharedCalls } from "../store/postgres/shared-calls.ts";

/** Who goes first when there is a queue: a tap shows a spinner, a question waits, the rest has time. */
export type Priority = "tap" | "question" | "rest";

export interface Limiter {
  /**
   * Resolves when the call may be made, with what must be called once it has ended; rejects with the reason of
   * `signal` when that comes first.
   */
  acquire(chat: string | undefined, priority: Priority, signal?: AbortSignal): Promise<Release>;
}

/** Says that the call has ended. */
export type Release = () => void;

/** Lets everything through at once: for a MAX that has no limits. */
export const unlimited: Limiter = { acquire: async () => () => undefined };

interface LimiterOptions {
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly perSecond?: number;
  readonly perChatPerSecond?: number;
  /** Where other processes call MAX for the same bot; what it allows is within the limits of them all. */
  readonly shared?: SharedCalls | undefined;
}

interface Waiting {
  readonly chat: string | undefined;
  readonly rank: number;
  readonly admit: (release: Release) => void;
}

const RANKS: Readonly<Record<Priority, number>> = { tap: 0, question: 1, rest: 2 };
/** Polls do not queue here; two a second, and one more in the moment in which a webhook is subscribed. */
const POLLS_PER_SECOND = 3;
/** MAX counts a call at some moment between its start and its end, so a second is waited from its end. */
const WINDOW_MS = 1_000;
/** The end of a call on its way is not known; it wakes the queue itself. */
const LONGEST_PAUSE_MS = 60_000;
const DATABASE_PAUSE_MS = 500;

/**
 * Counts the calls of the last second exactly (a sliding window): MAX never sees more than the limit. Nor does it see
 * many at one moment where there is no need: what is under way when the process is killed may be said twice.
 */
export function createLimiter({
  now,
  sleep,
  perSecond = CALLS_PER_SECOND - POLLS_PER_SECOND,
  perChatPerSecond = CALLS_PER_CHAT_AND_SECOND,
  shared,
}: LimiterOptions): Limiter {
  const total = createWindow(perSecond);
  const pace = createPace(WINDOW_MS / perSecond);
  const chats = new Map<string, Window>();
  let queue: Waiting[] = [];
  let pause = new AbortController();
  let isAdmitting = false;

  const freeAt = ({ chat }: Waiting) =>
    Math.max(pace.freeAt(), total.freeAt(), chat === undefined ? 0 : (chats.get(chat)?.freeAt() ?? 0));
  const windowsOf = ({ chat }: Waiting) => [total, ...(chat === undefined ? [] : [windowOf(chat)])];

  function admit(waiting: Waiting, onEnd?: () => void): void {
    queue = queue.filter((other) => other !== waiting);
    const windows = windowsOf(waiting);
    for (const window of windows) window.start();
    pace.start(now());
    waiting.admit(() => {
      pace.end();
      for (const window of windows) window.end(now());
      onEnd?.();
      pause.abort();
    });
  }

  /** Admits the call if all processes together may make it; otherwise it, or all, wait. */
  async function admitShared(waiting: Waiting, calls: SharedCalls): Promise<void> {
    try {
      const start = await calls.tryStart(waiting.chat, { perSecond, perChatPerSecond });
      if (start.kind === "wait")
        (start.scope === "total" ? total : windowOf(waiting.chat ?? "")).hold(now() + start.ms);
      else if (queue.includes(waiting)) admit(waiting, start.end);
      else start.end();
    } catch {
      // Without the database nobody knows what the others do, and nothing is claimed either.
      total.hold(now() + DATABASE_PAUSE_MS);
    }
  }

  function windowOf(chat: string): Window {
    const window = chats.get(chat) ?? createWindow(perChatPerSecond);
    chats.set(chat, window);
    return window;
  }

  async function admitAll(): Promise<void> {
    isAdmitting = true;
    while (queue.length > 0) {
      const at = now();
      const next = queue.filter((waiting) => freeAt(waiting) <= at).sort((a, b) => a.rank - b.rank)[0];
      if (next === undefined) {
        pause = new AbortController();
        await sleep(Math.min(LONGEST_PAUSE_MS, ...queue.map((one) => freeAt(one) - at)), pause.signal);
      } else if (shared === undefined) {
        admit(next);
      } else {
        await admitShared(next, shared);
      }
    }
    for (const [chat, window] of chats) if (window.isIdle(now())) chats.delete(chat);
    isAdmitting = false;
  }

  return {
    acquire: (chat, priority, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = () => {
          queue = queue.filter((other) => other !== waiting);
          pause.abort();
          reject(signal?.reason);
        };
        const admit = (release: Release) => {
          signal?.removeEventListener("abort", onAbort);
          resolve(release);
        };
        const waiting: Waiting = { chat, rank: RANKS[priority], admit };
        signal?.addEventListener("abort", onAbort, { once: true });
        queue.push(waiting);
        if (isAdmitting) pause.abort();
        else void admitAll();
      }),
  };
}

type Window = ReturnType<typeof createWindow>;

function createWindow(limit: number) {
  let inFlight = 0;
  /** When the last calls ended, at most `limit` of them, oldest first. */
  let ends: number[] = [];
  let heldUntil = 0;
  return {
    /** Nothing more before `until`. */
    hold: (until: number) => {
      heldUntil = Math.max(heldUntil, until);
    },
    /** When one more call fits; Infinity while that depends on a call on its way. */
    freeAt: () => {
      if (inFlight >= limit) return Infinity;
      return Math.max(heldUntil, (ends.at(inFlight - limit) ?? -WINDOW_MS) + WINDOW_MS);
    },
    isIdle: (at: number) => inFlight === 0 && heldUntil <= at && (ends.at(-1) ?? -WINDOW_MS) + WINDOW_MS <= at,
    start: () => {
      inFlight += 1;
    },
    end: (at: number) => {
      inFlight -= 1;
      ends = [...ends.slice(1 - limit), at];
    },
  };
}

/** One call after another where MAX answers fast, else `intervalMs` apart, which is as many as it allows. */
function createPace(intervalMs: number) {
  let inFlight = 0;
  let startedAt = -Infinity;
  return {
    freeAt: () => (inFlight === 0 ? 0 : startedAt + intervalMs),
    start: (at: number) => {
      inFlight += 1;
      startedAt = at;
    },
    end: () => {
      inFlight -= 1;
    },
  };
}
