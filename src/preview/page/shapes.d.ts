// What the server tells the page; the types behind the JSDoc of its scripts.
import type { Explanation } from "../../search/explanation.ts";
import type { ChatMessage } from "../chat-message.ts";
import type { Keyboard, Markup, WireButton } from "../shapes.ts";

export type { ChatMessage, Explanation, Keyboard, Markup, WireButton };

export interface Command {
  readonly name: string;
  readonly description?: string;
}

export interface Snapshot {
  readonly bot: { readonly name: string; readonly username: string };
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  readonly messages: readonly ChatMessage[];
}

export interface Action {
  readonly kind: string;
  readonly [field: string]: string | undefined;
}
