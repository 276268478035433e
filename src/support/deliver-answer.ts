// The side of the staff: a reply to the copy of a question goes back to the one who asked.
import { createHash } from "node:crypto";
import { commandOf } from "../dialog/command.ts";
import type { MessageEvent } from "../dialog/event.ts";
import { deliveryMessage, personAnswerMessage, type Delivery } from "../dialog/support-messages.ts";
import { isOfChat } from "../max/failure.ts";
import type { SupportQuestion } from "../store/support-questions.ts";
import { isRefusal, type SupportParts } from "./support-parts.ts";

/**
 * Passes a reply in the staff chat on and says there what became of it. False for what is no reply to the bot.
 * A reply to something else than a question is not for the FAQ either: whoever wrote it spoke to a parent.
 */
export async function deliverAnswer(parts: SupportParts, event: MessageEvent, signal: AbortSignal): Promise<boolean> {
  const { place, repliedMessageId, messageId } = event;
  if (place.chatId !== parts.staffChatId || repliedMessageId === undefined) return false;
  if (commandOf(event.text) !== undefined) return false;
  const question = await parts.questions.findByStaffMessage(repliedMessageId);
  // In a private chat people reply to all kinds of messages.
  if (question === undefined && place.kind === "private") return false;
  const delivery = question === undefined ? "no-question" : await deliver(parts, event, question, signal);
  if (delivery === undefined || (delivery === "no-question" && event.isEdited)) return true;
  const message = deliveryMessage(delivery);
  await parts.client.send({ kind: "send", place, message, replyTo: messageId }, signal);
  return true;
}

/** Undefined where there is nothing new to tell anybody: an edit that left the text as it was. */
async function deliver(
  parts: SupportParts,
  event: MessageEvent,
  question: SupportQuestion,
  signal: AbortSignal,
): Promise<Delivery | undefined> {
  const text = event.text.trim();
  if (text === "") return "no-text";
  const message = personAnswerMessage(text, event.isEdited);
  if (message === undefined) return "too-long";
  const done = doneOf(event);
  const key = keyOf(event.messageId, text);
  if (await parts.questions.hasAnswer(key)) return event.isEdited ? undefined : done;
  const { userId, chatId, messageId: replyTo } = question;
  const place = { kind: "private", chatId, userId } as const;
  try {
    const messageId = await parts.client.send({ kind: "send", place, message, replyTo }, signal);
    const deliveredAt = parts.now();
    await parts.questions.addAnswer({ key, questionId: question.id, messageId, deliveredAt });
    return done;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    parts.log.info({ reason: error.reason, code: error.code }, "An answer could not be delivered");
    return isOfChat(error) ? "stopped" : "refused";
  }
}

function doneOf({ isEdited, attachments }: MessageEvent): Delivery {
  if (isEdited) return "correction-delivered";
  return attachments.length > 0 ? "only-text-delivered" : "delivered";
}

function keyOf(messageId: string, text: string): string {
  return createHash("sha256")
    .update(JSON.stringify([messageId, text]))
    .digest("base64url");
}
