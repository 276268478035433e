// Between parents and the staff chat: what of the traffic is theirs, and whether the chat is ready.
import type { Event, Place } from "../dialog/event.ts";
import type { ReplaceReply, SendReply } from "../dialog/reply.ts";
import { MaxFailure } from "../max/failure.ts";
import { deliverAnswer } from "./deliver-answer.ts";
import { offerPerson, passFollowUp, passTapped } from "./pass-question.ts";
import type { SupportParts } from "./support-parts.ts";

export interface SupportChat {
  /** Handles a tap on the button, a reply of the staff or a reply to one; false for everything else. */
  take(event: Event, signal: AbortSignal): Promise<boolean>;
  /** The reply with the button, where it leaves a question open. */
  offer<T extends SendReply | ReplaceReply>(event: Event, reply: T): Promise<T>;
  /** Whether this is the chat of the staff, where the bot has to be able to write. */
  isStaffChat(place: Place): boolean;
  /** Says in the log what keeps the staff chat from working. */
  check(): Promise<void>;
}

export function createSupportChat(collaborators: Omit<SupportParts, "sentTimes">): SupportChat {
  const parts: SupportParts = { ...collaborators, sentTimes: [] };
  return {
    take: (event, signal) => take(parts, event, signal),
    offer: async (event, reply) =>
      event.kind === "message" || event.kind === "tap" ? offerPerson(parts, event, reply) : reply,
    isStaffChat: ({ chatId }) => chatId === parts.staffChatId,
    check: () => check(parts),
  };
}

async function take(parts: SupportParts, event: Event, signal: AbortSignal): Promise<boolean> {
  if (event.kind === "removed" && event.place.chatId === parts.staffChatId) {
    parts.log.warn({ chatId: parts.staffChatId }, "The bot was removed from the staff chat");
  }
  if (event.kind === "tap") return passTapped(parts, event, signal);
  if (event.kind !== "message") return false;
  return (await deliverAnswer(parts, event, signal)) || (await passFollowUp(parts, event, signal));
}

async function check({ client, staffChatId, log }: SupportParts): Promise<void> {
  const chatId = staffChatId;
  try {
    const { canRead } = await client.membership(chatId);
    if (canRead) return;
    const advice = "make the bot an administrator there with the right to read all messages";
    log.warn({ chatId }, `Replies in the chat of SUPPORT_CHAT_ID do not reach the bot: ${advice}`);
  } catch (error) {
    if (!(error instanceof MaxFailure)) throw error;
    const story = "The chat of SUPPORT_CHAT_ID cannot be reached; is the bot in it?";
    log.warn({ chatId, reason: error.reason, code: error.code }, story);
  }
}
