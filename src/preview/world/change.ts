// What a person looking at a chat would notice.
import type { Message } from "./message.ts";

export type Change =
  | { readonly kind: "message"; readonly chatId: number; readonly message: Message }
  | { readonly kind: "removed"; readonly chatId: number; readonly mid: string }
  | { readonly kind: "typing"; readonly chatId: number }
  | { readonly kind: "opened"; readonly chatId: number; readonly isOpen: boolean }
  /** Who is in the group, or what the bot may do there. */
  | { readonly kind: "group"; readonly chatId: number }
  | {
      readonly kind: "answered";
      readonly chatId: number;
      readonly notification: string | undefined;
    }
  | { readonly kind: "commands" };
