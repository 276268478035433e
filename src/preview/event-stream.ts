// The chat as a stream of server-sent events: first how it is, then every change.
import type { FastifyReply } from "fastify";
import { chatMessage } from "./chat-message.ts";
import type { LocalMax } from "./local-max.ts";
import type { LocalUser } from "./local-user.ts";
import type { Change } from "./world.ts";

/** Sends to the page of `person` until it goes away. */
export function openEventStream(reply: FastifyReply, max: LocalMax, person: LocalUser): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  const send = (event: string, data: unknown): void => {
    reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  send("snapshot", snapshot(max, person));
  const unsubscribe = max.world.onChange((change) => {
    const isHere = change.kind === "commands" || change.chatId === person.chatId;
    if (isHere) send(change.kind, eventOf(max, change));
  });
  reply.raw.once("close", unsubscribe);
}

function snapshot(max: LocalMax, person: LocalUser): unknown {
  const { bot, commands } = max.world;
  return {
    bot: { name: bot.firstName, username: bot.username },
    commands,
    isOpen: max.world.isOpen(person.chatId),
    messages: person.messages,
  };
}

/** A message as the chat shows it, the menu of commands, or the fields of the change. */
function eventOf(max: LocalMax, change: Change): object {
  if (change.kind === "message") return chatMessage(max.world, change.message);
  if (change.kind === "commands") return max.world.commands;
  const { kind: _, chatId: __, ...fields } = change;
  return fields;
}
