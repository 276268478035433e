// How fast one person may write to the bot: what comes faster is not taken in, and said once.
import type { Inbox, ReceivedUpdate } from "../store/inbox/inbox.ts";
import { PRIVATE_LANE } from "./update-key.ts";

/** Somebody who teaches the bot by taps makes one in a second for a while; more is a program, or a child. */
const MOST = 40;
const WITHIN_MS = 30_000;
/** From there on whoever was too fast is told so again. */
const SLOW = MOST / 2;

type Verdict = "taken" | "warned" | "dropped";

interface Writer {
  /** The newest, oldest first, as many as there may be. */
  recent: readonly { readonly key: string; readonly at: number; readonly verdict: Verdict }[];
  isWarned: boolean;
  lastSeenAt: number;
}

/**
 * The inbox without what people write faster than MOST in WITHIN_MS to the bot alone, by the clock of MAX, so that what
 * was waiting for the bot is not taken for a flood. Taps and commands count, and so does what is dropped: there is
 * silence until they slow down. Of what is dropped nothing is left; a group has a limit of its own (dialog/group).
 * In memory: several processes that MAX delivers to allow as much each.
 */
export function withPace<Receiving extends Pick<Inbox, "receive">>(inbox: Receiving): Receiving {
  const writers = new Map<string, Writer>();

  function writerOf({ lane, receivedAt }: ReceivedUpdate): Writer {
    const writer = writers.get(lane) ?? { recent: [], isWarned: false, lastSeenAt: receivedAt };
    writer.lastSeenAt = receivedAt;
    // Behind all others: those who were not seen for long are the first.
    writers.delete(lane);
    writers.set(lane, writer);
    return writer;
  }

  function forget(now: number): void {
    for (const [lane, { lastSeenAt }] of writers) {
      if (lastSeenAt > now - WITHIN_MS) return;
      writers.delete(lane);
    }
  }

  function paced(update: ReceivedUpdate): readonly ReceivedUpdate[] {
    if (!update.lane.startsWith(PRIVATE_LANE)) return [update];
    forget(update.receivedAt);
    const verdict = judge(writerOf(update), update);
    if (verdict === "dropped") return [];
    return [verdict === "warned" ? { ...update, payload: markedAsTooFast(update.payload) } : update];
  }

  return {
    ...inbox,
    receive: (updates, marker) => inbox.receive(updates.flatMap(paced), marker),
  };
}

function judge(writer: Writer, { key, sentAt, receivedAt }: ReceivedUpdate): Verdict {
  const at = sentAt ?? receivedAt;
  // MAX delivers again what it believes lost.
  const known = writer.recent.find((one) => one.key === key);
  if (known !== undefined) return known.verdict;
  const before = writer.recent.filter((one) => one.at <= at && one.at > at - WITHIN_MS).length;
  const verdict = before < MOST ? "taken" : writer.isWarned ? "dropped" : "warned";
  if (before >= MOST || before < SLOW) writer.isWarned = before >= MOST;
  writer.recent = [...writer.recent.slice(1 - MOST), { key, at, verdict }];
  return verdict;
}

/** In the update itself, so that whichever process handles it knows. */
function markedAsTooFast(payload: string): string {
  const update: unknown = JSON.parse(payload);
  return JSON.stringify({ ...(typeof update === "object" ? update : {}), is_too_fast: true });
}
