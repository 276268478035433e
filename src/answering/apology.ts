// Tells whoever asked that what they were to be told could not be delivered: silence looks like a bot that is broken.
import type { Place } from "../dialog/event.ts";
import { asSentence } from "../dialog/parent/answers.ts";
import { NOT_DELIVERED } from "../dialog/wording.ts";
import { plain } from "../markup/rich-text.ts";
import type { MaxClient } from "../max/client.ts";
import { decodeUpdate } from "../max/decode.ts";
import { MaxFailure } from "../max/failure.ts";
import type { BotIdentity } from "../max/mention.ts";
import { readUpdate } from "../max/wire.ts";
import type { Log } from "../runtime/log.ts";
import type { PendingUpdate } from "../store/inbox/inbox.ts";
import type { SupportChat } from "../support/support-chat.ts";
import { DAY_MS } from "../text/local-date.ts";

export interface ApologyParts {
  readonly client: Pick<MaxClient, "send">;
  readonly bot: () => BotIdentity | undefined;
  /** Whom to ask instead, as the content says at the moment. */
  readonly contact: () => string;
  readonly support: Pick<SupportChat, "isStaffChat"> | undefined;
  readonly log: Log;
  /** As in `receivedAt` of the updates. */
  readonly now: () => number;
  /** Ends what is still to be sent. */
  readonly signal: AbortSignal;
}

/** Once an hour in a chat: what one trouble gives up there is one matter. */
const QUIET_MS = 3_600_000;

/**
 * To be called with every update that was given up; never rejects. A private chat is told in a message with nothing in it that
 * MAX could refuse, and not again for the same update. In a group silence is less trouble than thirty families reading this.
 */
export function createApology(parts: ApologyParts): (update: PendingUpdate) => Promise<void> {
  const isNew = createMemory(parts.now);
  return async (update) => {
    const place = askerOf(update, parts);
    if (place !== undefined && isNew(update)) await tell(place, parts);
  };
}

/** The private chat it came from; undefined where nobody is to be told. */
function askerOf({ payload, receivedAt }: PendingUpdate, { bot, support, now }: ApologyParts): Place | undefined {
  // Whoever asked yesterday has asked elsewhere.
  if (now() - receivedAt >= DAY_MS) return undefined;
  const decoded = decodeUpdate(readUpdate(parsed(payload)), bot());
  if (decoded.kind === "ignored") return undefined;
  const { place } = decoded.event;
  return place.kind === "group" || support?.isStaffChat(place) === true ? undefined : place;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether nobody was told of this update within a day, nor of another one of its chat lately. */
function createMemory(now: () => number): (update: PendingUpdate) => boolean {
  const told = new Map<number, { readonly lane: string; readonly at: number }>();
  return ({ id, lane }) => {
    for (const [other, { at }] of told) if (now() - at >= DAY_MS) told.delete(other);
    const isToldLately = (one: { readonly lane: string; readonly at: number }) =>
      one.lane === lane && now() - one.at < QUIET_MS;
    if (told.has(id) || [...told.values()].some(isToldLately)) return false;
    told.set(id, { lane, at: now() });
    return true;
  };
}

async function tell(place: Place, { client, contact, log, signal }: ApologyParts): Promise<void> {
  const text = plain(`${NOT_DELIVERED}\n\n${asSentence(contact())}`);
  try {
    await client.send({ kind: "send", place, message: { text, keyboard: [] } }, signal);
    log.info({}, "Whoever asked was told that no answer could be delivered");
  } catch (error) {
    const { reason, code } = error instanceof MaxFailure ? error : {};
    log.info({ reason, code }, "Nor could be told that no answer was delivered");
  }
}
