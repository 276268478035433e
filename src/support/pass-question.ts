// The side of the parents: a question is offered, handed on to the staff chat, followed up.
import { DAY_MS } from "../text/local-date.ts";
import { createHash } from "node:crypto";
import { commandOf } from "../dialog/command.ts";
import type { MessageEvent, Place, TapEvent } from "../dialog/event.ts";
import type { ReplaceReply, SendReply } from "../dialog/reply.ts";
import { passingMessage, staffMessage, withPersonOffer, type Passing } from "../dialog/support-messages.ts";
import type { SupportQuestion } from "../store/support-questions.ts";
import { isRefusal, type SupportParts } from "./support-parts.ts";

const HOUR_MS = 3_600_000;
/** So long a question waits for the tap that hands it on. */
export const UNSENT_KEPT_MS = DAY_MS;
/** Follow-up questions included. Nobody has more that no entry answers; who has may phone. */
const PER_PERSON_A_DAY = 10;
/** More than this nobody reads. */
const IN_TOTAL_AN_HOUR = 60;

/** The reply with the button, where it leaves a question open; the question is kept for the tap. */
export async function offerPerson<T extends SendReply | ReplaceReply>(
  parts: SupportParts,
  event: MessageEvent | TapEvent,
  reply: T,
): Promise<T> {
  const { openQuestion } = reply.message;
  if (openQuestion === undefined || event.place.chatId === parts.staffChatId) return reply;
  const id = await keep(parts, askingOf(event), openQuestion);
  return { ...reply, message: withPersonOffer(reply.message, id) };
}

/** What tells one asking from another, and what an answer quotes: nothing where a button asked. */
interface AskedBy {
  readonly place: Place;
  readonly key: string;
  readonly messageId: string;
}

function askingOf(event: MessageEvent | TapEvent): AskedBy {
  const { place } = event;
  return event.kind === "tap"
    ? { place, key: event.callbackId, messageId: "" }
    : { place, key: event.messageId, messageId: event.messageId };
}

async function keep(
  { questions, now }: SupportParts,
  { place, key, messageId }: AskedBy,
  text: string,
  followsMessageId?: string,
): Promise<string> {
  const { userId, chatId } = place;
  const id = idOf(userId, key, text);
  const createdAt = now();
  await questions.keep({ id, userId, chatId, messageId, text, followsMessageId, createdAt });
  return id;
}

/** The same for an update that is handled again, another one for an edited message. */
function idOf(userId: number, key: string, text: string): string {
  const seed = JSON.stringify([userId, key, text]);
  return createHash("sha256").update(seed).digest("base64url").slice(0, 22);
}

/** Hands a question on when its button is tapped; false for other taps. */
export async function passTapped(
  parts: SupportParts,
  { place, payload, callbackId }: TapEvent,
  signal: AbortSignal,
): Promise<boolean> {
  if (place.kind !== "private" || payload?.kind !== "person") return false;
  const { questionId } = payload;
  const passing = await pass(parts, questionId, place, signal);
  const message = passingMessage(passing, { questionId, contact: parts.contact() });
  await parts.client.send({ kind: "replace", place, callbackId, message }, signal);
  return true;
}

/** A reply to the answer of a person goes to the staff at once; false for other messages. */
export async function passFollowUp(parts: SupportParts, event: MessageEvent, signal: AbortSignal): Promise<boolean> {
  const { place, repliedMessageId } = event;
  const text = event.text.trim();
  const isTalk = text === "" || commandOf(text) !== undefined;
  if (place.kind !== "private" || repliedMessageId === undefined || isTalk) return false;
  const earlier = await parts.questions.findByAnswer(repliedMessageId);
  if (earlier?.userId !== place.userId) return false;
  const questionId = await keep(parts, askingOf(event), text, earlier.staffMessageId ?? "");
  const passing = await pass(parts, questionId, place, signal);
  const context = { questionId, contact: parts.contact(), isFollowUp: true };
  const message = passingMessage(passing, context);
  await parts.client.send({ kind: "send", place, message }, signal);
  return true;
}

async function pass(parts: SupportParts, questionId: string, { userId }: Place, signal: AbortSignal): Promise<Passing> {
  const { questions, now } = parts;
  const question = await questions.find(questionId);
  // Whoever forges a payload gets at nobody else's question.
  if (question?.userId !== userId) return "gone";
  if (question.sentAt !== undefined) return "passed";
  if (question.text === undefined || now() - question.createdAt > UNSENT_KEPT_MS) return "gone";
  if (question.followsMessageId === undefined) await parts.handedOver(userId, question.text);
  if ((await questions.countSent(now() - DAY_MS, userId)) >= PER_PERSON_A_DAY) return "too-many";
  if ((await countSentLately(parts)) >= IN_TOTAL_AN_HOUR) return "all-busy";
  return sendToStaff(parts, question, question.text, signal);
}

async function countSentLately({ questions, sentTimes, now }: SupportParts): Promise<number> {
  const since = now() - HOUR_MS;
  const firstKept = sentTimes.findIndex((at) => at > since);
  sentTimes.splice(0, firstKept === -1 ? sentTimes.length : firstKept);
  return Math.max(sentTimes.length, await questions.countSent(since));
}

async function sendToStaff(
  parts: SupportParts,
  { id, followsMessageId }: SupportQuestion,
  text: string,
  signal: AbortSignal,
): Promise<Passing> {
  const { questions, staffChatId, sentTimes, log, now } = parts;
  try {
    const messageId = await parts.client.send(
      {
        kind: "send",
        place: { kind: "group", chatId: staffChatId, userId: 0 },
        message: staffMessage(text, followsMessageId !== undefined),
        ...(followsMessageId === undefined ? {} : { replyTo: followsMessageId }),
      },
      signal,
    );
    sentTimes.push(now());
    await questions.markSent(id, messageId, now());
    return "passed";
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log.error({ err: error }, "A question cannot be sent to the chat of SUPPORT_CHAT_ID");
    return "unreachable";
  }
}
