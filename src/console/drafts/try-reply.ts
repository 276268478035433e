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
const NOT_PASSED_ON =
  "В пробе вопрос никому не передаётся. В чате он ушёл бы сотрудникам, а их ответ пришёл бы сюда.";

/** What the bot knows of itself when it answers. */
export type TrySituation = Pick<
  PrivateSituation,
  "username" | "retentionDays" | "hasStaff" | "last"
>;

export type TryReply = Extract<TryResult, { readonly kind: "reply" }>;

/** The chat is none: its reply goes to the page. */
const PLACE = { kind: "private", chatId: undefined, userId: 0 } as const;
const CALLBACK_ID = "try";
/** By this no question will ever be found. */
const QUESTION_ID = "try-try-try-try-";

export function tryReply(talk: Talk, event: Try["event"], situation: TrySituation): TryReply {
  const isTap = event.kind === "tap";
  const { text, keyboard, about } = messageFor(talk, event, situation);
  const explanation = event.kind === "text" ? talk.explain(event.text) : undefined;
  return { kind: "reply", isReplacement: isTap, text, keyboard, about, explanation };
}

function messageFor(talk: Talk, event: Try["event"], situation: TrySituation): OutMessage {
  const asked = eventOf(event);
  if (asked.kind === "tap" && asked.payload?.kind === "person")
    return { text: plain(NOT_PASSED_ON), keyboard: [menuRow()] };
  // What is not recorded has no id that a button could carry.
  const reply = talk.replyTo(asked, { ...situation, questionId: undefined });
  // There is nothing that could be deleted.
  if (reply.kind === "forget") return talk.forgotten(NOTHING_FORGOTTEN);
  const { message } = reply;
  return event.kind === "text" && message.openQuestion !== undefined && situation.hasStaff
    ? withPersonOffer(message, QUESTION_ID)
    : message;
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
