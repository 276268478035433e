// The methods that send, change and delete messages, and the one that answers a tap.
import { DAY_MS } from "../../text/local-date.ts";
import type { Chat } from "../world/chats.ts";
import type { Exchange } from "../world/exchange.ts";
import type { Message } from "../world/message.ts";
import { wireMessage } from "../world/to-wire.ts";
import { answerBody, readBody, messageBody } from "./body.ts";
import { contentOf } from "./content.ts";
import type { Limits } from "./limits.ts";
import {
  type ApiReply,
  type ApiRequest,
  chatDenied,
  failure,
  goneMessage,
  success,
  tooManyRequests,
  type Route,
  ANY_ID,
  integerOf,
  ok,
  refuse,
} from "./route.ts";

/** MAX lets a bot edit a message of a private chat that has no keyboard only this long. */
const EDITABLE_MS = 7 * DAY_MS;
const DELETE_RIGHT = "delete_message";

export function messageRoutes(max: Exchange, limits: Limits): readonly Route[] {
  return [
    { method: "POST", path: "/messages", handle: (request) => sendMessage(max, limits, request) },
    { method: "PUT", path: "/messages", handle: (request) => editMessage(max, limits, request) },
    {
      method: "DELETE",
      path: "/messages",
      handle: (request) => deleteMessage(max, limits, request),
    },
    { method: "POST", path: "/answers", handle: (request) => answer(max, limits, request) },
    { method: "GET", path: "/messages/{mid}", handle: (request) => getMessage(max, request) },
  ];
}

function sendMessage(max: Exchange, limits: Limits, request: ApiRequest): ApiReply {
  const chat = chatOf(max, request.query);
  if (chat === undefined || !max.world.isOpen(chat.chatId)) {
    return chatDenied(request.query["chat_id"] ?? "0");
  }
  const body = readBody(messageBody, request.body);
  if (body.kind === "refused") return body.reply;
  const content = contentOf({ max, origin: request.origin }, body.value);
  if (content.kind === "refused") return content.reply;
  if (!limits.allowsWrite("send", chat.chatId)) return tooManyRequests;
  const message = max.world.addMessage(chat.chatId, max.world.bot.userId, content.value);
  return ok({ message: wireMessage(max.world, message) });
}

function chatOf(max: Exchange, query: ApiRequest["query"]): Chat | undefined {
  const chatId = integerOf(query, "chat_id", ANY_ID);
  const userId = integerOf(query, "user_id", ANY_ID);
  if (chatId === "invalid" || userId === "invalid") return undefined;
  if (chatId !== undefined) return max.world.chat(chatId);
  return userId === undefined ? undefined : max.world.dialogOf(userId);
}

/** Whether the bot has not been removed from the group of this message since. */
function isStillThere(max: Exchange, { chatId }: Message): boolean {
  return max.world.chat(chatId)?.kind === "dialog" || max.world.isOpen(chatId);
}

/** The bot's own message that the query names, or what is wrong with it. */
function ownMessage(max: Exchange, query: ApiRequest["query"]): Message | string {
  const mid = query["message_id"] ?? "";
  const message = max.world.message(mid);
  if (message === undefined) return `Message ${mid} not found`;
  if (message.senderId !== max.world.bot.userId) return `Message ${mid} is not the bot's own`;
  return message;
}

function editMessage(max: Exchange, limits: Limits, request: ApiRequest): ApiReply {
  const body = readBody(messageBody, request.body);
  if (body.kind === "refused") return body.reply;
  const message = ownMessage(max, request.query);
  if (typeof message === "string") return goneMessage(max, failure(message));
  if (!isStillThere(max, message)) return chatDenied(String(message.chatId));
  if (isTooOld(max, message)) return failure("Message is too old to be edited");
  const content = contentOf({ max, origin: request.origin }, body.value, message);
  if (content.kind === "refused") return content.reply;
  if (!limits.allowsWrite("edit", message.chatId)) return tooManyRequests;
  max.world.editMessage(message, content.value);
  return success;
}

function isTooOld(max: Exchange, { chatId, timestamp, keyboard }: Message): boolean {
  if (max.world.chat(chatId)?.kind === "group" || keyboard.length > 0) return false;
  return max.clock.now() - timestamp > EDITABLE_MS;
}

/** Its own messages; as an administrator with the right, also those of others in a group. */
function deleteMessage(max: Exchange, limits: Limits, request: ApiRequest): ApiReply {
  const named = max.world.message(request.query["message_id"] ?? "");
  const group = named === undefined ? undefined : max.world.group(named.chatId);
  const mayDeleteAny = group?.bot?.permissions?.includes(DELETE_RIGHT) ?? false;
  const message = mayDeleteAny && named !== undefined ? named : ownMessage(max, request.query);
  if (typeof message === "string") return failure(message);
  if (!isStillThere(max, message)) return chatDenied(String(message.chatId));
  if (!limits.allowsWrite("delete", message.chatId)) return tooManyRequests;
  max.world.removeMessage(message);
  return success;
}

function getMessage(max: Exchange, request: ApiRequest): ApiReply {
  const mid = request.path["mid"] ?? "";
  const message = max.world.message(mid);
  if (message === undefined) return refuse(404, "not.found", `Message ${mid} not found`);
  return ok(wireMessage(max.world, message));
}

/** Replaces the tapped message, or shows a short notice. */
function answer(max: Exchange, limits: Limits, request: ApiRequest): ApiReply {
  const body = readBody(answerBody, request.body);
  if (body.kind === "refused") return body.reply;
  const callbackId = request.query["callback_id"] ?? "";
  const mid = max.tappedMessageId(callbackId);
  const message = mid === undefined ? undefined : max.world.message(mid);
  if (message === undefined) return goneMessage(max, failure(`Callback ${callbackId} not found`));
  if (!isStillThere(max, message)) return chatDenied(String(message.chatId));
  const { message: change, notification } = body.value;
  if (change !== undefined && change !== null) {
    const content = contentOf({ max, origin: request.origin }, change, message);
    if (content.kind === "refused") return content.reply;
    if (!limits.allowsWrite("answer", message.chatId)) return tooManyRequests;
    max.world.editMessage(message, content.value);
  } else if (!limits.allowsWrite("answer", message.chatId)) return tooManyRequests;
  const told = notification ?? undefined;
  max.world.tell({ kind: "answered", chatId: message.chatId, notification: told });
  return success;
}
