// Users and messages in the JSON that MAX sends to a bot.
import type { Media, WireMessage, WireUser } from "./shapes.ts";
import type { Content, Link, Message } from "./message.ts";
import type { User, World } from "./world.ts";

export function wireUser(user: User, nowMs: number): WireUser {
  return {
    user_id: user.userId,
    first_name: user.firstName,
    ...(user.isBot ? {} : { last_name: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
    is_bot: user.isBot,
    last_activity_time: nowMs,
    name: [user.firstName, user.lastName].filter((part) => part !== "").join(" "),
  };
}

export function wireMessage(world: World, message: Message): WireMessage {
  const sender = world.user(message.senderId) ?? world.bot;
  return {
    recipient: recipientOf(world, message),
    timestamp: message.timestamp,
    ...(message.link === undefined ? {} : { link: wireLink(world, message, message.link) }),
    body: { mid: message.mid, seq: message.seq, ...wireContent(message) },
    sender: wireUser(sender, message.timestamp),
  };
}

/** In a private chat `user_id` is the one the message is for, the bot included. */
function recipientOf(world: World, message: Message): WireMessage["recipient"] {
  const chat = world.chat(message.chatId);
  if (chat === undefined || chat.type === "chat") {
    return { chat_id: message.chatId, chat_type: "chat" };
  }
  const receiver = chat.memberIds.find((id) => id !== message.senderId);
  return {
    chat_id: message.chatId,
    chat_type: "dialog",
    ...(receiver === undefined ? {} : { user_id: receiver }),
  };
}

function wireContent(
  content: Content,
): Pick<WireMessage["body"], "text" | "markup" | "attachments"> {
  const { text, markup } = content;
  const keyboard: readonly Media[] =
    content.keyboard.length === 0
      ? []
      : [{ type: "inline_keyboard", payload: { buttons: content.keyboard } }];
  const attachments = [...content.media, ...keyboard];
  return {
    text,
    ...(markup.length === 0 ? {} : { markup }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

function wireLink(world: World, message: Message, link: Link): NonNullable<WireMessage["link"]> {
  return {
    type: link.type,
    sender: wireUser(world.user(link.senderId) ?? world.bot, message.timestamp),
    chat_id: link.chatId,
    message: {
      mid: link.mid,
      seq: link.seq,
      text: link.text,
      ...(link.markup.length === 0 ? {} : { markup: link.markup }),
    },
  };
}
