// A message as the local MAX keeps it.
import type { Keyboard, Markup, Media } from "./shapes.ts";

export interface Link {
  readonly type: "forward" | "reply";
  readonly senderId: number;
  readonly chatId: number;
  readonly mid: string;
  readonly seq: number;
  readonly text: string;
  readonly markup: readonly Markup[];
  readonly media: readonly Media[];
}

/** What of a message its author decides. */
export interface Content {
  readonly text: string;
  readonly markup: readonly Markup[];
  readonly keyboard: Keyboard;
  readonly media: readonly Media[];
  readonly link: Link | undefined;
}

export interface Message extends Content {
  readonly mid: string;
  readonly seq: number;
  readonly chatId: number;
  readonly senderId: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly isEdited: boolean;
}
