// What the server tells the page; the types behind the JSDoc of its scripts.
import type { Explanation } from "../../search/explain.ts";
import type { ChatMedia, ChatMessage, Quoted } from "../../preview/people/chat-message.ts";
import type { GroupView, Snapshot } from "../../preview/visitor/event-stream.ts";
import type { Keyboard, Markup, WireButton } from "../../preview/world/shapes.ts";

export type {
  ChatMedia,
  ChatMessage,
  Explanation,
  GroupView,
  Keyboard,
  Markup,
  Quoted,
  Snapshot,
  WireButton,
};

export interface Command {
  readonly name: string;
  readonly description?: string | undefined;
}

export interface Action {
  readonly kind: string;
  readonly [field: string]: string | boolean | undefined;
}

export type ChatKind = "private" | "group";

export interface Person {
  readonly userId: number;
  readonly name: string;
  readonly isAdmin: boolean;
}
