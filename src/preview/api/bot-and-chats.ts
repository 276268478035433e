// The methods about the bot itself and about the chats it is in.
import type { LocalMax } from "../local-max.ts";
import { wireUser } from "../to-wire.ts";
import type { Chat } from "../world.ts";
import { actionBody, commandsBody, readBody } from "./body.ts";
import { ANY_ID, integerOf } from "./query.ts";
import type { ApiReply, ApiRequest } from "./reply.ts";
import { chatDenied, ok, success } from "./reply.ts";
import type { Route } from "./router.ts";

export function botAndChatRoutes(max: LocalMax): readonly Route[] {
  return [
    { method: "GET", path: "/me", handle: () => getMe(max) },
    { method: "PATCH", path: "/me/commands", handle: (request) => setCommands(max, request) },
    { method: "POST", path: "/chats/{chat_id}/actions", handle: (request) => act(max, request) },
    {
      method: "GET",
      path: "/chats/{chat_id}/members/me",
      handle: (request) => getMembership(max, request),
    },
  ];
}

function getMe(max: LocalMax): ApiReply {
  const { bot, commands } = max.world;
  const menu = commands.length === 0 ? {} : { commands };
  return ok({ ...wireUser(bot, max.clock.now()), ...menu });
}

function setCommands(max: LocalMax, request: ApiRequest): ApiReply {
  const body = readBody(commandsBody, request.body);
  if (body.kind === "refused") return body.reply;
  max.world.commands = body.value.commands;
  return ok({ commands: max.world.commands });
}

/** The chat the path names, if the bot is in it. */
function chatOf(max: LocalMax, request: ApiRequest): Chat | undefined {
  const chatId = integerOf(request.path, "chat_id", ANY_ID);
  if (chatId === undefined || chatId === "invalid") return undefined;
  return max.world.isOpen(chatId) ? max.world.chat(chatId) : undefined;
}

function act(max: LocalMax, request: ApiRequest): ApiReply {
  const chat = chatOf(max, request);
  if (chat === undefined) return chatDenied(request.path["chat_id"] ?? "0");
  const body = readBody(actionBody, request.body);
  if (body.kind === "refused") return body.reply;
  if (body.value.action === "typing_on") {
    max.world.tell({ kind: "typing", chatId: chat.chatId });
  }
  return success;
}

function getMembership(max: LocalMax, request: ApiRequest): ApiReply {
  const chat = chatOf(max, request);
  if (chat === undefined) return chatDenied(request.path["chat_id"] ?? "0");
  const nowMs = max.clock.now();
  return ok({
    ...wireUser(max.world.bot, nowMs),
    last_access_time: nowMs,
    join_time: 0,
    is_owner: false,
    is_admin: chat.botPermissions !== undefined,
    permissions: chat.botPermissions ?? null,
  });
}
