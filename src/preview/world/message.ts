// A message as the local MAX keeps it, with the id that MAX would give it.
import type { Keyboard, Markup, Media } from "./shapes.ts";

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

/** What a message keeps of the one it answers or forwards: everything but the buttons. */
export interface Link extends Pick<Message, "mid" | "seq" | "senderId" | "chatId" | "text" | "markup" | "media"> {
  readonly type: "forward" | "reply";
}

export const EMPTY: Content = { text: "", markup: [], keyboard: [], media: [], link: undefined };

export function linkTo(type: Link["type"], original: Message): Link {
  const { mid, seq, senderId, chatId, text, markup, media } = original;
  return { type, mid, seq, senderId, chatId, text, markup, media };
}

const COUNTER_BITS = 16n;
const COUNTER_MASK = 0xff_ffn;

function hex(value: bigint): string {
  return BigInt.asUintN(64, value).toString(16).padStart(16, "0");
}

/**
 * The chat and the sequence number, 16 hex digits each. `seq` is the time with a counter in its low 16 bits, as in captured messages. It exceeds 2^53, so in
 * JavaScript it is not exact; that is so with the real MAX too, only `mid` identifies a message.
 */
export function messageId(
  chatId: number,
  timestampMs: number,
  ordinal: number,
): { readonly mid: string; readonly seq: number } {
  // oxlint-disable-next-line no-bitwise
  const seq = (BigInt(timestampMs) << COUNTER_BITS) | (BigInt(ordinal) & COUNTER_MASK);
  return { mid: `mid.${hex(BigInt(chatId))}${hex(seq)}`, seq: Number(seq) };
}
