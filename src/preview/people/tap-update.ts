// The update that tells the bot of a tap, in the variants seen in the wild.
import type { LocalMax } from "./local-max.ts";
import type { Update, WireMessage } from "../world/shapes.ts";
import { wireMessage, wireUser } from "../world/to-wire.ts";
import type { Message } from "../world/message.ts";
import type { User } from "../world/chats.ts";

export interface Tap {
  readonly user: User;
  readonly message: Message;
  readonly callbackId: string;
  readonly payload: string;
}

export function tapUpdate(max: LocalMax, tap: Tap): Update {
  const timestamp = max.clock.now();
  return {
    update_type: "message_callback",
    timestamp,
    // Updates of groups come without it.
    ...(max.world.chat(tap.message.chatId)?.kind === "group" ? {} : { user_locale: "ru" }),
    callback: {
      timestamp,
      callback_id: tap.callbackId,
      payload: tap.payload,
      user: wireUser(tap.user, timestamp),
    },
    message: tappedMessage(max, wireMessage(max.world, tap.message)),
  };
}

function tappedMessage(max: LocalMax, message: WireMessage): object | null {
  const { tapMessage } = max.faults;
  if (tapMessage === "null") return null;
  if (tapMessage === "whole") return message;
  const { chat_id: _, ...recipient } = message.recipient;
  return { ...message, recipient };
}
