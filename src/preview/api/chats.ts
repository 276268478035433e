// The methods about the bot itself, the chats it is in and the people there.
import { ADMIN_RIGHTS, isBotAdmin, type Chat, type Group, type Membership } from "../world/chats.ts";
import type { Exchange } from "../world/exchange.ts";
import { wireUser } from "../world/to-wire.ts";
import { commandsBody, readBody, actionBody } from "./body.ts";
import {
  type ApiReply,
  type ApiRequest,
  ok,
  type Route,
  ANY_ID,
  integerOf,
  badRequest,
  chatDenied,
  refuse,
  success,
} from "./route.ts";

const MAX_PAGE = 100;
const DEFAULT_PAGE = 20;

type Answer = (max: Exchange, chat: Chat, request: ApiRequest) => ApiReply;

export function chatRoutes(max: Exchange): readonly Route[] {
  const route = (method: string, path: string, answer: Answer): Route => ({
    method,
    path: `/chats/{chat_id}${path}`,
    handle: (request) => inChat(max, request, answer),
  });
  return [
    { method: "GET", path: "/me", handle: () => getMe(max) },
    { method: "PATCH", path: "/me/commands", handle: (request) => setCommands(max, request) },
    route("GET", "", (_, chat) => getChat(max, chat)),
    route("POST", "/actions", act),
    route("GET", "/members/me", (_, chat) => ok(botMember(max, chat))),
    route("GET", "/members/admins", (_, chat) => listAdmins(max, chat)),
    route("GET", "/members", listMembers),
  ];
}

function getMe(max: Exchange): ApiReply {
  const { bot, commands } = max.world;
  const menu = commands.length === 0 ? {} : { commands };
  return ok({ ...wireUser(bot, max.clock.now()), ...menu });
}

function setCommands(max: Exchange, request: ApiRequest): ApiReply {
  const body = readBody(commandsBody, request.body);
  if (body.kind === "refused") return body.reply;
  max.world.commands = body.value.commands;
  return ok({ commands: max.world.commands });
}

/** Answers for the chat the path names, if the bot is in it. */
function inChat(max: Exchange, request: ApiRequest, answer: Answer): ApiReply {
  const chatId = integerOf(request.path, "chat_id", ANY_ID);
  const isThere = typeof chatId === "number" && max.world.isOpen(chatId);
  const chat = isThere ? max.world.chat(chatId) : undefined;
  if (chat === undefined) return chatDenied(request.path["chat_id"] ?? "0");
  return answer(max, chat, request);
}

function act(max: Exchange, chat: Chat, request: ApiRequest): ApiReply {
  const body = readBody(actionBody, request.body);
  if (body.kind === "refused") return body.reply;
  if (body.value.action === "typing_on") max.world.tell({ kind: "typing", chatId: chat.chatId });
  return success;
}

function getChat(max: Exchange, chat: Chat): ApiReply {
  const last = max.world.messagesIn(chat.chatId).at(-1);
  const about = {
    chat_id: chat.chatId,
    status: "active",
    last_event_time: last?.timestamp ?? max.clock.now(),
    is_public: false,
  };
  if (chat.kind === "group") {
    const owner = chat.members.find((member) => member.isOwner);
    const count = chat.members.length + 1;
    const title = { title: chat.title, participants_count: count, owner_id: owner?.userId };
    return ok({ ...about, type: "chat", ...title });
  }
  const user = max.world.user(chat.userId);
  const partner = user === undefined ? undefined : wireUser(user, max.clock.now());
  return ok({ ...about, type: "dialog", participants_count: 2, dialog_with_user: partner });
}

function listAdmins(max: Exchange, chat: Chat): ApiReply {
  if (chat.kind === "dialog") return badRequest("chat: a dialog has no administrators");
  if (!isBotAdmin(chat)) return notAdmin;
  const members = chat.members.filter((member) => member.isAdmin);
  return ok({ members: [...members.map((one) => personMember(max, one)), botMember(max, chat)] });
}

const notAdmin = refuse(403, "chat.denied", "Bot is not an administrator of the chat");

function listMembers(max: Exchange, chat: Chat, { query }: ApiRequest): ApiReply {
  if (chat.kind === "dialog") return badRequest("chat: a dialog has no list of members");
  const count = integerOf(query, "count", { min: 1, max: MAX_PAGE });
  const marker = integerOf(query, "marker", { min: 0, max: Number.MAX_SAFE_INTEGER });
  if (count === "invalid") return badRequest(`count: must be 1 to ${MAX_PAGE}`);
  if (marker === "invalid") return badRequest("marker: must be a whole number");
  const all = everybody(max, chat);
  const wanted = query["user_ids"]?.split(",").map(Number);
  if (wanted !== undefined) {
    return ok({ members: all.filter(({ user_id: userId }) => wanted.includes(userId)) });
  }
  const start = marker ?? 0;
  const end = start + (count ?? DEFAULT_PAGE);
  return ok({ members: all.slice(start, end), ...(end < all.length ? { marker: end } : {}) });
}

function everybody(max: Exchange, group: Group) {
  return [...group.members.map((one) => personMember(max, one)), botMember(max, group)];
}

function personMember(max: Exchange, { userId, isOwner, isAdmin, joinTimeMs }: Membership) {
  const nowMs = max.clock.now();
  return {
    ...wireUser(max.world.user(userId) ?? max.world.bot, nowMs),
    last_access_time: nowMs,
    join_time: joinTimeMs,
    is_owner: isOwner,
    is_admin: isAdmin,
    permissions: isAdmin ? ADMIN_RIGHTS : null,
  };
}

function botMember(max: Exchange, chat: Chat) {
  const nowMs = max.clock.now();
  const seat = chat.kind === "group" ? chat.bot : undefined;
  return {
    ...wireUser(max.world.bot, nowMs),
    last_access_time: nowMs,
    join_time: seat?.joinTimeMs ?? 0,
    is_owner: false,
    is_admin: seat?.permissions !== undefined,
    permissions: seat?.permissions ?? null,
  };
}
