// Both chats of a visitor as a stream of server-sent events: first how they are, then every change.
import type { FastifyReply } from "fastify";
import { STRICT_HEADERS } from "../../server/server.ts";
import { chatMessage, type ChatMessage } from "../people/chat-message.ts";
import type { LocalGroup } from "../people/local-group.ts";
import type { LocalMax } from "../people/local-max.ts";
import { canBotRead, fullName, isBotAdmin } from "../world/chats.ts";
import type { Change, BotCommand } from "../world/world.ts";
import type { Visit } from "./visits.ts";

export interface GroupView {
  readonly title: string;
  readonly people: readonly {
    readonly userId: number;
    readonly name: string;
    readonly isAdmin: boolean;
  }[];
  /** Absent while the bot is not in the group. */
  readonly bot: { readonly isAdmin: boolean; readonly canRead: boolean } | undefined;
}

export interface Snapshot {
  readonly bot: { readonly userId: number; readonly name: string; readonly username: string };
  readonly commands: readonly BotCommand[];
  readonly private: {
    readonly chatId: number;
    readonly isOpen: boolean;
    readonly messages: readonly ChatMessage[];
  };
  readonly group: GroupView & {
    readonly chatId: number;
    readonly messages: readonly ChatMessage[];
  };
}

/** Sends to the page of `visit` until it goes away. */
export function openEventStream(reply: FastifyReply, max: LocalMax, visit: Visit): void {
  reply.hijack();
  // A chat may be silent for longer than the server bears with others.
  reply.raw.socket?.setTimeout(0);
  reply.raw.writeHead(200, {
    ...STRICT_HEADERS,
    "content-type": "text/event-stream; charset=utf-8",
  });
  const send = (event: string, data: unknown): void => {
    reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  send("snapshot", snapshot(max, visit));
  const chatIds = new Set([visit.person.chatId, visit.group.chatId]);
  const unsubscribe = max.world.onChange((change) => {
    const isHere = change.kind === "commands" || chatIds.has(change.chatId);
    if (isHere) send(change.kind, eventOf(max, visit, change));
  });
  reply.raw.once("close", unsubscribe);
}

function snapshot(max: LocalMax, { person, group }: Visit): Snapshot {
  const { bot, commands } = max.world;
  const { chatId, messages } = person;
  return {
    bot: { userId: bot.userId, name: bot.firstName, username: bot.username ?? "" },
    commands,
    private: { chatId, isOpen: max.world.isOpen(chatId), messages },
    group: { ...groupView(max, group), chatId: group.chatId, messages: group.messages },
  };
}

function groupView(max: LocalMax, group: LocalGroup): GroupView {
  const { title, members, bot } = group.state;
  const people = members.flatMap(({ userId, isAdmin }) => {
    const user = max.world.user(userId);
    return user === undefined ? [] : [{ userId, name: fullName(user), isAdmin }];
  });
  const seat = { isAdmin: isBotAdmin(group.state), canRead: canBotRead(group.state) };
  return { title, people, bot: bot === undefined ? undefined : seat };
}

/** A message as the chat shows it, the menu of commands, the group, or the fields of the change. */
function eventOf(max: LocalMax, { group }: Visit, change: Change): object {
  switch (change.kind) {
    case "message":
      return { chatId: change.chatId, message: chatMessage(max.world, change.message) };
    case "commands":
      return max.world.commands;
    case "group":
      return groupView(max, group);
    case "removed":
    case "typing":
    case "opened":
    case "answered":
      return change;
  }
}
