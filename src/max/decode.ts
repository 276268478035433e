// An update of MAX, whatever it holds -> an event for the dialog, or the reason why it is none.
import { TEXT_LENGTH } from "../markup/max-limits.ts";
import type { AttachmentKind, Event, MessageEvent, Place } from "../dialog/event.ts";
import { decodePayload } from "../dialog/payload.ts";
import { type BotIdentity, isMeantFor, withoutMention } from "./mention.ts";
import type { ReadUpdate, WireMessage, WireRecipient, WireUpdate } from "./wire.ts";

export type Decoded =
  | { readonly kind: "event"; readonly event: Event }
  /** `isPrivate` for messages of a group that are not meant for the bot: not even to be logged. */
  | { readonly kind: "ignored"; readonly reason: string; readonly isPrivate: boolean };

/** The types of update that may become an event: what a webhook is subscribed to. */
export const ANSWERED_TYPES = [
  "message_created",
  "message_edited",
  "message_callback",
  "bot_started",
  "bot_added",
  "bot_removed",
] as const;
export type AnsweredType = (typeof ANSWERED_TYPES)[number];

/** The bot's own messages are ignored even where MAX does not mark them. */
export function decodeUpdate({ wire }: ReadUpdate, bot?: BotIdentity): Decoded {
  if (wire === undefined) return ignored("it is not an update of MAX");
  switch (wire.update_type) {
    case "message_created":
      return decodeMessage(wire, false, bot);
    case "message_edited":
      return decodeMessage(wire, true, bot);
    case "message_callback":
      return decodeTap(wire);
    case "bot_started":
      return decodeStart(wire);
    case "bot_added":
      return decodeMembership(wire, "added");
    case "bot_removed":
      return decodeMembership(wire, "removed");
    case "bot_admin_permissions_changed":
      return ignored("what the bot may do in a group is asked for when it matters");
    default:
      return ignored(`updates of type "${wire.update_type.slice(0, 50)}" are not handled`);
  }
}

function ignored(reason: string): Decoded {
  return { kind: "ignored", reason, isPrivate: false };
}

function decodeMessage({ message }: WireUpdate, isEdited: boolean, bot: BotIdentity | undefined): Decoded {
  if (message === undefined) return ignored("the message is missing (a voice message from a new client?)");
  const { sender, body, recipient } = message;
  if (sender === undefined) return ignored("the message has no sender");
  if (sender.is_bot === true || sender.user_id === bot?.userId) return ignored("a bot wrote the message");
  const place = placeOf(recipient, sender.user_id);
  if (typeof place === "string") return ignored(place);
  const isAddressed = place.kind === "private" || isMeantFor(bot, message);
  if (!isAddressed) {
    return { kind: "ignored", reason: "it is not meant for the bot", isPrivate: true };
  }
  const event: Event = {
    kind: "message",
    place,
    messageId: body?.mid ?? "",
    text: cut(place.kind === "group" ? withoutMention(bot, body) : (body?.text ?? "")),
    forwardedText: forwardedTextOf(message),
    ...repliedOf(message, bot),
    attachments: (body?.attachments ?? []).map(attachmentKindOf),
    isEdited,
    isAddressed,
  };
  return { kind: "event", event };
}

/** Where a reply goes, or the reason why there is to be none. `recipient.user_id` is the bot, never the peer. */
function placeOf(recipient: WireRecipient | undefined, userId: number): Place | string {
  if (recipient === undefined) return "the message has no recipient";
  const { chat_id: chatId, chat_type: chatType, post_id: postId } = recipient;
  if (postId !== undefined && postId !== null) return "it is a comment under a post";
  switch (chatType ?? typeOfChatId(chatId)) {
    case "dialog":
      return { kind: "private", chatId, userId };
    case "chat":
      return chatId === undefined ? "the group has no id" : { kind: "group", chatId, userId };
    case "channel":
      return "it is from a channel";
    default:
      return "its kind of chat is unknown";
  }
}

function typeOfChatId(chatId: number | undefined): string {
  if (chatId === undefined) return "unknown";
  return chatId > 0 ? "dialog" : "chat";
}

function forwardedTextOf({ link }: WireMessage): string | undefined {
  return link?.type === "forward" ? cut(link.message?.text ?? "") : undefined;
}

/** What the bot wrote itself asks nothing, and neither does what another bot wrote. */
function repliedOf(
  { link }: WireMessage,
  bot: BotIdentity | undefined,
): Pick<MessageEvent, "repliedMessageId" | "repliedText"> {
  if (link?.type !== "reply") return { repliedMessageId: undefined };
  const { sender, message } = link;
  const isOfBot = sender?.is_bot === true || sender?.user_id === bot?.userId;
  return {
    repliedMessageId: message?.mid,
    ...(isOfBot ? {} : { repliedText: cut(withoutMention(bot, message)) }),
  };
}

const ATTACHMENT_KINDS: readonly AttachmentKind[] = [
  "image",
  "video",
  "audio",
  "file",
  "sticker",
  "contact",
  "location",
  "share",
];

function attachmentKindOf(attachment: { readonly type: string } | undefined): AttachmentKind {
  return ATTACHMENT_KINDS.find((kind) => kind === attachment?.type) ?? "other";
}

function decodeTap({ callback, message }: WireUpdate): Decoded {
  if (callback === undefined) return ignored("the tap has no callback");
  if (callback.user.is_bot === true) return ignored("a bot tapped");
  const userId = callback.user.user_id;
  const recipient = message?.recipient;
  // The message under which it was tapped may be deleted, and its chat may be left out.
  const place: Place | string =
    recipient === undefined || (recipient.chat_id === undefined && recipient.chat_type !== "channel")
      ? { kind: "private", chatId: undefined, userId }
      : placeOf(recipient, userId);
  if (typeof place === "string") return ignored(place);
  const event: Event = {
    kind: "tap",
    place,
    callbackId: callback.callback_id,
    payload: decodePayload(callback.payload ?? ""),
  };
  return { kind: "event", event };
}

function decodeMembership(
  { chat_id: chatId, user, user_id: plainUserId, is_channel: isChannel }: WireUpdate,
  kind: "added" | "removed",
): Decoded {
  if (isChannel === true) return ignored("it is a channel");
  if (chatId === undefined) return ignored("the group has no id");
  const userId = user?.user_id ?? plainUserId ?? 0;
  return { kind: "event", event: { kind, place: { kind: "group", chatId, userId } } };
}

function decodeStart({ user, user_id: plainUserId, chat_id: chatId, payload }: WireUpdate): Decoded {
  const userId = user?.user_id ?? plainUserId;
  if (userId === undefined) return ignored("the start has no user");
  if (user?.is_bot === true) return ignored("a bot started the bot");
  return {
    kind: "event",
    event: { kind: "started", place: { kind: "private", chatId, userId }, payload },
  };
}

function cut(text: string): string {
  // What comes after a NUL is lost in SQLite, and PostgreSQL takes no text with one.
  return text.slice(0, TEXT_LENGTH).replaceAll("\0", " ");
}
