// What the bot wants done: the output of the dialog core. One reply is one API call.
import type { RichText } from "../markup/rich-text.ts";
import type { Place } from "./event.ts";

export type Button =
  | { readonly kind: "callback"; readonly text: string; readonly payload: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "clipboard"; readonly text: string; readonly payload: string };

export interface OutMessage {
  readonly text: RichText;
  /** Rows of buttons; empty for none. */
  readonly keyboard: readonly (readonly Button[])[];
}

/** A new message in the chat of `place`. */
export interface SendReply {
  readonly kind: "send";
  readonly place: Place;
  readonly message: OutMessage;
}

/** The answer to a tap: replaces the message whose button was tapped. */
export interface ReplaceReply {
  readonly kind: "replace";
  readonly place: Place;
  readonly callbackId: string;
  readonly message: OutMessage;
}

export type Reply = SendReply | ReplaceReply;
