// Users and messages in the JSON that MAX sends to a bot.
import { fullName, type User } from "./chats.ts";
import type { Content, Link, Message } from "./message.ts";
import type { Media, WireMessage, WireUser } from "./shapes.ts";
import type { World } from "./world.ts";

export function wireUser(user: User, nowMs: number): WireUser {
  return {
    user_id: user.userId,
    first_name: user.firstName,
    ...(user.isBot ? {} : { last_name: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
    is_bot: user.isBot,
    last_activity_time: nowMs,
    name: fullName(user),
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
  const { chatId, senderId } = message;
  const chat = world.chat(chatId);
  if (chat?.kind !== "dialog") return { chat_id: chatId, chat_type: "chat" };
  const receiverId = senderId === chat.userId ? world.bot.userId : chat.userId;
  return { chat_id: chatId, chat_type: "dialog", user_id: receiverId };
}

function wireContent(content: Content): Pick<WireMessage["body"], "text" | "markup" | "attachments"> {
  const { text, markup } = content;
  const keyboard: readonly Media[] =
    content.keyboard.length === 0 ? [] : [{ type: "inline_keyboard", payload: { buttons: content.keyboard } }];
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
      ...(link.media.length === 0 ? {} : { attachments: link.media }),
    },
  };
}
