// What MAX hands over, by either transport, as rows of the inbox.
import type { Log } from "../runtime/log.ts";
import type { Sleep } from "../runtime/sleep.ts";
import type { Inbox, ReceivedUpdate } from "../store/inbox/inbox.ts";
import type { MaxClient } from "./client.ts";
import { decodeUpdate } from "./decode.ts";
import type { BotIdentity } from "./mention.ts";
import { readingOf } from "./reading.ts";
import { chatKeyOf, updateKey } from "./update-key.ts";
import { readUpdate } from "./wire.ts";

/** What takes updates from MAX by itself works with. */
export interface IntakeParts {
  readonly client: Pick<MaxClient, "updates">;
  readonly inbox: Pick<Inbox, "marker" | "receive">;
  /** Each bot has its own marker; what is meant for another is not taken. */
  readonly bot: BotIdentity;
  /** Called when new updates are in the inbox. */
  readonly onReceived: () => void;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
}

/**
 * The updates that are answered. One that cannot be stored is left out: it must not keep back those after it.
 * `receivedAt` in Unix milliseconds.
 */
export function receivedOf(
  updates: readonly unknown[],
  bot: BotIdentity,
  receivedAt: number,
  log: Log,
): readonly ReceivedUpdate[] {
  return updates.flatMap((update) => {
    try {
      return rowsOf(update, bot, receivedAt, log);
    } catch (error) {
      log.error({ err: error }, "An update of MAX cannot be stored and is left out");
      return [];
    }
  });
}

function rowsOf(raw: unknown, bot: BotIdentity, receivedAt: number, log: Log): readonly ReceivedUpdate[] {
  const update = readUpdate(raw);
  const decoded = decodeUpdate(update, bot);
  if (decoded.kind === "ignored") {
    // What people of a group say to each other leaves no trace.
    if (!decoded.isPrivate) log.info({ reason: decoded.reason }, "An update is not answered");
    return [];
  }
  const { event } = decoded;
  return [
    {
      key: updateKey(update),
      lane: chatKeyOf(event.place),
      payload: JSON.stringify(raw),
      // Of an edit it is noted once it is answered.
      reading: event.kind === "message" && event.isEdited ? undefined : readingOf(update, event)?.text,
      isUrgent: event.kind === "tap",
      sentAt: update.wire?.timestamp,
      receivedAt,
    },
  ];
}
