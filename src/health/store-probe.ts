// Whether the database answers now, and how much waits in it; asked by strangers as often as they like.
import { within } from "../runtime/deadline.ts";
import type { Inbox, InboxSize } from "../store/inbox/inbox.ts";

interface StoreProbeOptions {
  readonly inbox: Pick<Inbox, "size">;
  readonly now: () => number;
  readonly timeoutMs?: number;
}

/** Answers younger than this serve for the next question. */
const FRESH_MS = 1_000;
const TIMEOUT_MS = 2_000;

/** Undefined when the database fails or does not answer in time; one question at a time is put to it. */
export function createStoreProbe(options: StoreProbeOptions): () => Promise<InboxSize | undefined> {
  const { inbox, now, timeoutMs = TIMEOUT_MS } = options;
  let asking: Promise<InboxSize | undefined> | undefined;
  let last: { readonly size: InboxSize | undefined; readonly at: number } | undefined;

  async function ask(): Promise<InboxSize | undefined> {
    const size = await inbox.size().catch(() => undefined);
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
