// What the bot wants done: the output of the dialog core. One reply is one API call.
import type { RichText } from "../markup/rich-text.ts";
import type { Place } from "./event.ts";
import type { LastReply } from "./last-reply.ts";
import type { Note } from "./note.ts";

export type Button =
  | { readonly kind: "callback"; readonly text: string; readonly payload: string }
  /** The tap says the text as the person's own message. */
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "clipboard"; readonly text: string; readonly payload: string };

export interface OutMessage {
  readonly text: RichText;
  /** Rows of buttons; empty for none. */
  readonly keyboard: readonly (readonly Button[])[];
  /** What is to be recorded once it is said. */
  readonly note?: Note | undefined;
  /** What the next words of the person may be about; what was is kept where there is none. */
  readonly about?: LastReply;
  /** The question that this message does not answer: it may be offered to a person. */
  readonly openQuestion?: string;
}

/** A new message in the chat of `place`. */
export interface SendReply {
  readonly kind: "send";
  readonly place: Place;
  readonly message: OutMessage;
  /** The message it answers, quoted above it where it is still there; empty where it is not known. */
  readonly replyTo?: string;
  /** What is said instead where that message is gone; the same where this is left out. */
  readonly unquoted?: OutMessage;
}

/** The answer to a tap: replaces the message whose button was tapped. */
export interface ReplaceReply {
  readonly kind: "replace";
  readonly place: Place;
  readonly callbackId: string;
  readonly message: OutMessage;
}

/** The answer to a tap that changes nothing in the chat: a short note to the one who tapped. */
export interface ToastReply {
  readonly kind: "toast";
  readonly place: Place;
  readonly callbackId: string;
  readonly text: string;
}

/** Everything that can be tied to the one who tapped is to be deleted, and they are to be told what it was. */
export interface ForgetReply {
  readonly kind: "forget";
  readonly place: Place;
  readonly callbackId: string;
}

/** A printable page for the parents' meeting, as a picture and as a PDF. */
export interface PosterReply {
  readonly kind: "poster";
  readonly place: Place;
  readonly poster: Poster;
  readonly message: OutMessage;
}

export interface Poster {
  readonly organization: string;
  /** Where the QR code leads. */
  readonly url: string;
  /** Example questions. */
  readonly questions: readonly string[];
}

/** What is one call to MAX. */
export type Reply = SendReply | ReplaceReply | ToastReply;
