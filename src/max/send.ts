// Carries out a reply of the dialog: which call it is, and what instead when that one fails.
import type { Api } from "@maxhub/max-bot-api";
import type { Log } from "../delivery/log.ts";
import type { ReplaceReply, Reply, SendReply } from "../dialog/reply.ts";
import { encodeNew, encodeReplacement } from "./encode.ts";
import { MaxFailure, tokenRefused } from "./failure.ts";
import type { Request } from "./request.ts";
import { chatKeyOf } from "./update-key.ts";

interface SendOptions {
  readonly api: Api;
  readonly request: Request;
  readonly log: Log;
}

/** Rejects with MaxFailure; with UsageError where the token is refused: the operator can mend that. */
export async function sendReply(
  reply: Reply,
  options: SendOptions,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await (reply.kind === "send"
      ? sendNew(reply, options, signal)
      : replace(reply, options, signal));
  } catch (error) {
    throw error instanceof MaxFailure && error.reason === "unauthorised" ? tokenRefused() : error;
  }
}

async function sendNew(
  { place, message }: SendReply,
  { api, request }: SendOptions,
  signal?: AbortSignal,
): Promise<void> {
  const { text, ...extra } = encodeNew(message);
  const { chatId, userId } = place;
  const call = () =>
    chatId === undefined
      ? api.sendMessageToUser(userId, text, extra)
      : api.sendMessageToChat(chatId, text, extra);
  await request(call, { chat: chatKeyOf(place), priority: "question", signal });
}

async function replace(
  reply: ReplaceReply,
  options: SendOptions,
  signal?: AbortSignal,
): Promise<void> {
  const { api, request, log } = options;
  const { callbackId, place } = reply;
  const message = encodeReplacement(reply.message);
  const call = () => api.answerOnCallback(callbackId, { message });
  try {
    await request(call, { chat: chatKeyOf(place), priority: "tap", signal });
  } catch (error) {
    if (!isGone(error)) throw error;
    log.info(
      { reason: error.reason, code: error.code },
      "The tapped message cannot be replaced; sending anew",
    );
    await sendNew({ kind: "send", place, message: reply.message }, options, signal);
  }
}

/** The callback is too old, or the message it belongs to is gone. */
function isGone(error: unknown): error is MaxFailure {
  return (
    error instanceof MaxFailure && (error.reason === "rejected" || error.reason === "not-found")
  );
}
