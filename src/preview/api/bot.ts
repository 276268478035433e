// The methods about the bot itself.
import type { LocalMax } from "../people/local-max.ts";
import { wireUser } from "../world/to-wire.ts";
import { commandsBody, readBody } from "./body.ts";
import { type ApiReply, type ApiRequest, ok } from "./reply.ts";
import type { Route } from "./router.ts";

export function botRoutes(max: LocalMax): readonly Route[] {
  return [
    { method: "GET", path: "/me", handle: () => getMe(max) },
    { method: "PATCH", path: "/me/commands", handle: (request) => setCommands(max, request) },
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
