// What happened in MAX, in the words of the talk: the input of the dialog core.
import type { Payload } from "./payload.ts";

/** Where an event happened and where its reply goes. A tap in a private chat may come without a chat id. */
export interface Place {
  readonly kind: "private" | "group";
  readonly chatId: number | undefined;
  readonly userId: number;
}

/** What a message carried besides text. */
export type AttachmentKind =
  "image" | "video" | "audio" | "file" | "sticker" | "contact" | "location" | "share" | "other";

/** Somebody opened the chat with the bot (button "Начать" or a deep link). */
export interface StartedEvent {
  readonly kind: "started";
  readonly place: Place;
  /** The `start` parameter of the deep link, as it came: may be anything. */
  readonly payload: string | undefined;
}

/** Somebody wrote, or edited what they had written. */
export interface MessageEvent {
  readonly kind: "message";
  readonly place: Place;
  readonly messageId: string;
  /** What the person typed; empty when they only forwarded or attached something. */
  readonly text: string;
  /** The text of the message that was forwarded, if one was. */
  readonly forwardedText: string | undefined;
  /** The message it answers, when it was written as a reply to one. */
  readonly repliedMessageId: string | undefined;
  /** The text of that message where a person wrote it. */
  readonly repliedText?: string | undefined;
  readonly attachments: readonly AttachmentKind[];
  readonly isEdited: boolean;
  /** Whether the bot was spoken to: always in a private chat; in a group by a mention, a reply or a command. */
  readonly isAddressed: boolean;
}

/** Somebody tapped a button under a message of the bot. */
export interface TapEvent {
  readonly kind: "tap";
  readonly place: Place;
  readonly callbackId: string;
  /** What the button carries; undefined where nothing can be read of it: it may be old or forged. */
  readonly payload: Payload | undefined;
}

/** The bot was added to a group, or removed from it. */
export interface MembershipEvent {
  readonly kind: "added" | "removed";
  readonly place: Place;
}

export type Event = StartedEvent | MessageEvent | TapEvent | MembershipEvent;
