// Whether the database can be written and read now, and how much waits in it; asked by strangers as often as they like.
import { within } from "../runtime/deadline.ts";
import type { Inbox, InboxSize } from "../store/inbox/inbox.ts";

interface StoreProbeOptions {
  readonly inbox: Pick<Inbox, "size">;
  /** Writes to the database; what can only be read keeps no update. */
  readonly probe: () => Promise<void>;
  readonly now: () => number;
  readonly timeoutMs?: number;
}

/** Answers younger than this serve for the next question. */
const FRESH_MS = 1_000;
const TIMEOUT_MS = 2_000;

/** Undefined when the database cannot be written or read or does not answer in time; one question at a time is put to it. */
export function createStoreProbe(options: StoreProbeOptions): () => Promise<InboxSize | undefined> {
  const { inbox, probe, now, timeoutMs = TIMEOUT_MS } = options;
  let asking: Promise<InboxSize | undefined> | undefined;
  let last: { readonly size: InboxSize | undefined; readonly at: number } | undefined;

  async function ask(): Promise<InboxSize | undefined> {
    const size = await probe()
      .then(() => inbox.size())
      .catch(() => undefined);
    last = { size, at: now() };
    asking = undefined;
    return size;
  }

  return async () => {
    if (last !== undefined && now() - last.at < FRESH_MS) return last.size;
    asking ??= ask();
    return within(timeoutMs, asking);
  };
}
