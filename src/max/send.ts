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

interface SendingParts {
  readonly api: Api;
  readonly request: Request;
  readonly log: Log;
  readonly sleep: Sleep;
}

interface Body extends MessageBody {
  /** The message that is answered. */
  readonly link?: { readonly type: "reply"; readonly mid: string };
}

/** How MAX refuses what names a message or a tap that is too old or gone: sources disagree. */
const GONE: readonly FailureReason[] = ["rejected", "not-found"];
const UNCHANGEABLE: readonly FailureReason[] = [...GONE, "forbidden"];

const Sent = z.object({ body: z.object({ mid: z.string() }) });

/** What of the client sends; rejects with MaxFailure. */
export interface Sending {
  /**
   * The id of the message that was sent, where one was. Rejects with UsageError where the token is refused: the reply is worth keeping until that is mended.
   * `signal` ends waiting and retries, but cuts no request that is on its way.
   */
  send(reply: Reply, signal?: AbortSignal): Promise<string | undefined>;
  /** A file with a message, sent again for some seconds while MAX still processes the file. */
  sendFile(place: Place, file: UploadedFile, message: OutMessage, signal?: AbortSignal): Promise<void>;
}

export function createSending(parts: SendingParts): Sending {
  const { api, request, log, sleep } = parts;

  async function post(place: Place, { text, ...extra }: Body, signal?: AbortSignal): Promise<string | undefined> {
    const { chatId, userId } = place;
    const call = () =>
      chatId === undefined ? api.sendMessageToUser(userId, text, extra) : api.sendMessageToChat(chatId, text, extra);
    const sent = await request(call, { chat: chatKeyOf(place), priority: "question", signal });
    // MAX may answer without what the type of the SDK promises.
    return Sent.safeParse(sent).data?.body.mid;
  }

  /** Quotes what it answers, unless that is refused: people and administrators of chats delete what was asked. */
  async function sendNew(
    { place, message, replyTo = "", unquoted = message }: Omit<SendReply, "kind">,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    if (replyTo !== "") {
      const link = { type: "reply", mid: replyTo } as const;
      try {
        return await post(place, { ...encodeNew(message), link }, signal);
      } catch (error) {
        goOnIfRefused(error, GONE, "What is to be quoted may be gone; sending without it");
      }
    }
    return post(place, encodeNew(unquoted), signal);
  }

  /** A note on the screen of the one who tapped; whether it shows is not worth a failure. */
  async function toast({ callbackId, place, text }: ToastReply, signal?: AbortSignal): Promise<undefined> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type of the SDK lacks the notification
    const answer = { notification: text } as never;
    const call = () => api.answerOnCallback(callbackId, answer);
    try {
      await request(call, { chat: chatKeyOf(place), priority: "tap", signal });
    } catch (error) {
      goOnIfRefused(error, GONE, "A note to a tap was refused");
    }
  }

  async function replace(
    { callbackId, place, message }: ReplaceReply,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const body = encodeReplacement(message);
    const call = () => api.answerOnCallback(callbackId, { message: body });
    try {
      await request(call, { chat: chatKeyOf(place), priority: "tap", signal });
      return undefined;
    } catch (error) {
      const story = "The tapped message cannot be replaced; sending anew";
      goOnIfRefused(error, UNCHANGEABLE, story);
      return sendNew({ place, message }, signal);
    }
  }

  /** Throws it on unless MAX refused the call for one of these reasons: nothing was said then. */
  function goOnIfRefused(error: unknown, reasons: readonly FailureReason[], story: string): void {
    if (!(error instanceof MaxFailure) || !reasons.includes(error.reason)) throw error;
    log.info({ reason: error.reason, code: error.code }, story);
  }

  async function carryOut(reply: Reply, signal?: AbortSignal): Promise<string | undefined> {
    switch (reply.kind) {
      case "send":
        return sendNew(reply, signal);
      case "replace":
        return replace(reply, signal);
      case "toast":
        return toast(reply, signal);
    }
  }

  return {
    send: (reply, signal) =>
      carryOut(reply, signal).catch((error: unknown) => {
        throw asOperatorSees(error);
      }),
    sendFile: async (place, file, message, signal) => {
      const { attachments = [], ...rest } = encodeNew(message);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the SDK made it
      const body = { ...rest, attachments: [file as AttachmentRequest, ...attachments] };
      await sendWhenReady(() => post(place, body, signal), sleep, signal);
    },
  };
}
