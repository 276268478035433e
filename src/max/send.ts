// Carries out a reply of the dialog, and what instead when that fails; and sends a file with a message.
import type { Api } from "@maxhub/max-bot-api";
import type { AttachmentRequest } from "@maxhub/max-bot-api/types";
import { z } from "zod";
import type { Place } from "../dialog/event.ts";
import type { OutMessage, ReplaceReply, Reply, SendReply, ToastReply } from "../dialog/reply.ts";
import type { Log } from "../runtime/log.ts";
import type { Sleep } from "../runtime/sleep.ts";
import { encodeNew, encodeReplacement, type MessageBody } from "./encode.ts";
import { asOperatorSees, type FailureReason, MaxFailure } from "./failure.ts";
import type { Request } from "./request.ts";
import { chatKeyOf } from "./update-key.ts";
import { sendWhenReady, type UploadedFile } from "./upload.ts";

interface Calls {
  readonly api: Api;
  readonly request: Request;
}

interface SendOptions extends Calls {
  readonly log: Log;
}

interface Body extends MessageBody {
  /** The message that is answered. */
  readonly link?: { readonly type: "reply"; readonly mid: string };
}

/**
 * The id of the message that was sent, where one was. Rejects with MaxFailure; with UsageError where the token is
 * refused: the operator can mend that.
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

/** Quotes what it answers, unless that is refused: people and administrators of chats delete what was asked. */
async function sendNew(
  { place, message, replyTo = "", unquoted = message }: SendReply,
  options: SendOptions,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (replyTo !== "") {
    const link = { type: "reply", mid: replyTo } as const;
    try {
      return await post(place, { ...encodeNew(message), link }, options, signal);
    } catch (error) {
      throwUnlessRefused(
        error,
        GONE,
        "What is to be quoted may be gone; sending without it",
        options,
      );
    }
  }
  return post(place, encodeNew(unquoted), options, signal);
}

async function post(
  place: Place,
  { text, ...extra }: Body,
  { api, request }: Calls,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { chatId, userId } = place;
  const call = () =>
    chatId === undefined
      ? api.sendMessageToUser(userId, text, extra)
      : api.sendMessageToChat(chatId, text, extra);
  const sent = await request(call, { chat: chatKeyOf(place), priority: "question", signal });
  // MAX may answer without what the type of the SDK promises.
  return Sent.safeParse(sent).data?.body.mid;
}

const Sent = z.object({ body: z.object({ mid: z.string() }) });

/** A note on the screen of the one who tapped; whether it shows is not worth a failure. */
async function toast(
  { callbackId, place, text }: ToastReply,
  options: SendOptions,
  signal?: AbortSignal,
): Promise<undefined> {
  const { api, request } = options;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type of the SDK lacks the notification
  const answer = { notification: text } as never;
  const call = () => api.answerOnCallback(callbackId, answer);
  try {
    await request(call, { chat: chatKeyOf(place), priority: "tap", signal });
  } catch (error) {
    throwUnlessRefused(error, GONE, "A note to a tap was refused", options);
  }
}

async function replace(
  reply: ReplaceReply,
  options: SendOptions,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { api, request } = options;
  const { callbackId, place } = reply;
  const message = encodeReplacement(reply.message);
  const call = () => api.answerOnCallback(callbackId, { message });
  try {
    await request(call, { chat: chatKeyOf(place), priority: "tap", signal });
    return undefined;
  } catch (error) {
    const story = "The tapped message cannot be replaced; sending anew";
    throwUnlessRefused(error, UNCHANGEABLE, story, options);
    return sendNew({ kind: "send", place, message: reply.message }, options, signal);
  }
}

/** How MAX refuses what names a message or a tap that is too old or gone: sources disagree. */
const GONE: readonly FailureReason[] = ["rejected", "not-found"];
const UNCHANGEABLE: readonly FailureReason[] = [...GONE, "forbidden"];

/** Goes on where MAX refused the call for one of these reasons: nothing was said then. */
function throwUnlessRefused(
  error: unknown,
  reasons: readonly FailureReason[],
  story: string,
  { log }: SendOptions,
): void {
  if (!(error instanceof MaxFailure) || !reasons.includes(error.reason)) throw error;
  log.info({ reason: error.reason, code: error.code }, story);
}

/** Rejects with MaxFailure, and with the reason of `signal` when that comes while MAX processes the file. */
export async function sendFile(
  place: Place,
  file: UploadedFile,
  message: OutMessage,
  { sleep, ...calls }: Calls & { readonly sleep: Sleep },
  signal?: AbortSignal,
): Promise<void> {
  const { attachments = [], ...rest } = encodeNew(message);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the SDK made it
  const body = { ...rest, attachments: [file as AttachmentRequest, ...attachments] };
  await sendWhenReady(() => post(place, body, calls, signal), sleep, signal);
}
