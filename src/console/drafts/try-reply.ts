// What the bot says in a chat that nobody but the administrator sees, and that leaves nothing behind.
import { menuRow } from "../../dialog/parent/menu.ts";
import { decodePayload } from "../../dialog/payload.ts";
import { NOTHING_FORGOTTEN } from "../../dialog/parent/privacy.ts";
import type { OutMessage } from "../../dialog/reply.ts";
import { withPersonOffer } from "../../dialog/support-messages.ts";
import type { PrivateEvent, PrivateSituation, Talk } from "../../dialog/talk.ts";
import { plain } from "../../markup/rich-text.ts";
import type { Try, TryResult } from "../try/try-api.ts";

/** Said where the chat of MAX does more than talk. */
const NOT_PASSED_ON = "В пробе вопрос никому не передаётся. В чате он ушёл бы сотрудникам, а их ответ пришёл бы сюда.";

/** What the bot knows of itself when it answers. */
export type TrySituation = Pick<PrivateSituation, "username" | "retentionDays" | "hasStaff" | "last">;

export type TryReply = Extract<TryResult, { readonly kind: "reply" }>;

/** The chat is none: its reply goes to the page. */
const PLACE = { kind: "private", chatId: undefined, userId: 0 } as const;
const CALLBACK_ID = "try";
/** By this no question will ever be found. */
const QUESTION_ID = "try-try-try-try-";

export function tryReply(talk: Talk, event: Try["event"], situation: TrySituation): TryReply {
  const { message, isReplacement } = saidTo(talk, event, situation);
  const { text, keyboard, about } = message;
  const explanation = event.kind === "text" ? talk.explain(event.text) : undefined;
  return { kind: "reply", isReplacement, text, keyboard, about, explanation };
}

interface Said {
  readonly message: OutMessage;
  /** In the place of the message that was tapped. */
  readonly isReplacement: boolean;
}

function saidTo(talk: Talk, event: Try["event"], situation: TrySituation): Said {
  const asked = eventOf(event);
  if (asked.kind === "tap" && asked.payload?.kind === "person")
    return { message: { text: plain(NOT_PASSED_ON), keyboard: [menuRow()] }, isReplacement: true };
  // What is not recorded has no id that a button could carry.
  const reply = talk.replyTo(asked, { ...situation, questionId: undefined });
  // There is nothing that could be deleted.
  if (reply.kind === "forget") return { message: talk.forgotten(NOTHING_FORGOTTEN), isReplacement: true };
  const isOpen = reply.message.openQuestion !== undefined && situation.hasStaff;
  const message = isOpen ? withPersonOffer(reply.message, QUESTION_ID) : reply.message;
  return { message, isReplacement: reply.kind === "replace" };
}

function eventOf(event: Try["event"]): PrivateEvent {
  switch (event.kind) {
    case "start":
      return { kind: "started", place: PLACE, payload: undefined };
    case "tap":
      return {
        kind: "tap",
        place: PLACE,
        callbackId: CALLBACK_ID,
        payload: decodePayload(event.payload),
      };
    case "text":
      return {
        kind: "message",
        place: PLACE,
        messageId: CALLBACK_ID,
        text: event.text,
        forwardedText: undefined,
        repliedMessageId: undefined,
        attachments: [],
        isEdited: false,
        isAddressed: true,
      };
  }
}
