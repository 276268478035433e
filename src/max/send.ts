// Carries out a reply of the dialog: which call it is, and what instead when that one fails.
import type { Api } from "@maxhub/max-bot-api";
import { z } from "zod";
import type { Log } from "../runtime/log.ts";
import type { ReplaceReply, Reply, SendReply, ToastReply } from "../dialog/reply.ts";
import { encodeNew, encodeReplacement } from "./encode.ts";
import { asOperatorSees, MaxFailure } from "./failure.ts";
import type { Request } from "./request.ts";
import { chatKeyOf } from "./update-key.ts";

interface SendOptions {
  readonly api: Api;
  readonly request: Request;
  readonly log: Log;
}

/**
 * The id of the message that was sent, where one was. Rejects with MaxFailure; with UsageError where the token is refused: the operator can
 * mend that.
 */
export async function sendReply(
  reply: Reply,
  options: SendOptions,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    switch (reply.kind) {
      case "send":
        return await sendNew(reply, options, signal);
      case "replace":
        return await replace(reply, options, signal);
      case "toast":
        return await toast(reply, options, signal);
    }
  } catch (error) {
    throw asOperatorSees(error);
  }
}

async function sendNew(
  { place, message, replyTo }: SendReply,
  { api, request }: SendOptions,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { text, ...body } = encodeNew(message);
  const extra =
    replyTo === undefined ? body : { ...body, link: { type: "reply", mid: replyTo } as const };
  const { chatId, userId } = place;
  const call = () =>
    chatId === undefined
      ? api.sendMessageToUser(userId, text, extra)
      : api.sendMessageToChat(chatId, text, extra);
  const sent = await request(call, { chat: chatKeyOf(place), priority: "question", signal });
  // MAX may answer without what the type of the SDK promises.
  const parsed = Sent.safeParse(sent);
  return parsed.data?.body.mid;
}

const Sent = z.object({ body: z.object({ mid: z.string() }) });

/** A note on the screen of the one who tapped; whether it shows is not worth a failure. */
async function toast(
  { callbackId, place, text }: ToastReply,
  { api, request, log }: SendOptions,
  signal?: AbortSignal,
): Promise<undefined> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type of the SDK lacks the notification
  const answer = { notification: text } as never;
  const call = () => api.answerOnCallback(callbackId, answer);
  try {
    await request(call, { chat: chatKeyOf(place), priority: "tap", signal });
  } catch (error) {
    if (!isGone(error)) throw error;
    log.info({ reason: error.reason, code: error.code }, "A note to a tap was refused");
  }
}

async function replace(
  reply: ReplaceReply,
  options: SendOptions,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { api, request, log } = options;
  const { callbackId, place } = reply;
  const message = encodeReplacement(reply.message);
  const call = () => api.answerOnCallback(callbackId, { message });
  try {
    await request(call, { chat: chatKeyOf(place), priority: "tap", signal });
    return undefined;
  } catch (error) {
    if (!isGone(error)) throw error;
    log.info(
      { reason: error.reason, code: error.code },
      "The tapped message cannot be replaced; sending anew",
    );
    return sendNew({ kind: "send", place, message: reply.message }, options, signal);
  }
}

/** The callback is too old, or the message it belongs to is gone. */
function isGone(error: unknown): error is MaxFailure {
  return (
    error instanceof MaxFailure && (error.reason === "rejected" || error.reason === "not-found")
  );
}
