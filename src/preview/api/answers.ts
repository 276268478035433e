// The method that answers a tap: replaces the tapped message, or shows a short notice.
import type { LocalMax } from "../people/local-max.ts";
import { answerBody, readBody } from "./body.ts";
import { contentOf } from "./content.ts";
import { isStillThere } from "./messages.ts";
import type { Limits } from "./limits.ts";
import {
  type ApiReply,
  type ApiRequest,
  chatDenied,
  failure,
  success,
  tooManyRequests,
} from "./reply.ts";
import type { Route } from "./router.ts";

export function answerRoutes(max: LocalMax, limits: Limits): readonly Route[] {
  return [{ method: "POST", path: "/answers", handle: (request) => answer(max, limits, request) }];
}

function answer(max: LocalMax, limits: Limits, request: ApiRequest): ApiReply {
  const body = readBody(answerBody, request.body);
  if (body.kind === "refused") return body.reply;
  const callbackId = request.query["callback_id"] ?? "";
  const mid = max.tappedMessageId(callbackId);
  const message = mid === undefined ? undefined : max.world.message(mid);
  if (message === undefined) return failure(`Callback ${callbackId} not found`);
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
