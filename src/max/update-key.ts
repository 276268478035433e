// Which updates are the same one delivered twice, and which must be handled one after another.
import { createHash } from "node:crypto";
import type { Place } from "../dialog/event.ts";
import type { ReadUpdate, WireUpdate } from "./wire.ts";

/**
 * MAX gives updates no id, so the key is made of what stays the same when it delivers one again. The time at which a
 * message was written is part of it, because a test server may number its messages afresh each time it is started.
 * Hashed: keys are kept for some time, and the id of a message begins with that of its chat, so of a person.
 */
export function updateKey({ raw, wire }: ReadUpdate): string {
  const key = wire === undefined ? undefined : naturalKey(wire);
  return key ?? hashKey(raw, wire?.update_type);
}

function naturalKey(update: WireUpdate): string | undefined {
  const { message, callback, timestamp } = update;
  const mid = message?.body?.mid;
  switch (update.update_type) {
    case "message_created":
      return messageKey(update);
    case "message_edited":
      return mid === undefined || timestamp === undefined ? undefined : joinKey("e", mid, timestamp);
    case "message_callback":
      return callback === undefined ? undefined : joinKey("c", callback.callback_id, callback.timestamp);
    case "bot_started":
      return startKey(update);
    default:
      return undefined;
  }
}

/** Of the message that was written or edited, as it was when it was written; undefined where it has no id. */
export function messageKey({ message }: WireUpdate): string | undefined {
  const mid = message?.body?.mid;
  return mid === undefined ? undefined : joinKey("m", mid, message?.timestamp);
}

function joinKey(kind: string, id: string, time: number | undefined): string {
  return `${kind}:${digestOf(`${id}:${time ?? ""}`)}`;
}

function startKey({ chat_id: chatId, user, user_id: plainUserId, timestamp }: WireUpdate): string | undefined {
  const userId = user?.user_id ?? plainUserId;
  if (userId === undefined || timestamp === undefined) return undefined;
  return joinKey("s", `${chatId ?? ""}:${userId}`, timestamp);
}

function hashKey(update: unknown, type = "unknown"): string {
  const json = JSON.stringify(update) ?? "undefined";
  return `${type.slice(0, 50)}:${digestOf(json)}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** How the lanes of private chats begin. */
export const PRIVATE_LANE = "user:";

/** A name for the chat. By user for private chats: a tap there may come without the id of the chat. */
export function chatKeyOf({ kind, chatId, userId }: Place): string {
  return kind === "private" ? `${PRIVATE_LANE}${userId}` : `chat:${chatId ?? `of-user:${userId}`}`;
}
