// A message as the person in the chat sees it.
import type { Keyboard, Markup } from "./shapes.ts";
import type { Message } from "./message.ts";
import type { World } from "./world.ts";

export interface ChatMessage {
  readonly mid: string;
  readonly isFromBot: boolean;
  readonly text: string;
  readonly markup: readonly Markup[];
  readonly keyboard: Keyboard;
  /** Kinds of what is attached: "image", "sticker", "audio" … */
  readonly media: readonly string[];
  readonly forwarded:
    | { readonly from: string; readonly text: string; readonly markup: readonly Markup[] }
    | undefined;
  /** The message this one replies to, shortened by nobody. */
  readonly repliedText: string | undefined;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly isEdited: boolean;
}

export function chatMessage(world: World, message: Message): ChatMessage {
  const { link } = message;
  const isForward = link?.type === "forward";
  return {
    mid: message.mid,
    isFromBot: message.senderId === world.bot.userId,
    text: message.text,
    markup: message.markup,
    keyboard: message.keyboard,
    media: message.media.map((media) => media.type),
    forwarded: isForward
      ? { from: nameOf(world, link.senderId), text: link.text, markup: link.markup }
      : undefined,
    repliedText: link?.type === "reply" ? link.text : undefined,
    timestamp: message.timestamp,
    isEdited: message.isEdited,
  };
}

function nameOf(world: World, userId: number): string {
  const user = world.user(userId);
  return [user?.firstName ?? "Кто-то", user?.lastName ?? ""].join(" ").trim();
}
