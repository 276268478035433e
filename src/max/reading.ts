// What the bot reads of a message: an edit that leaves that as it was needs no answer.
import type { Event } from "../dialog/event.ts";
import { messageKey } from "./update-key.ts";
import type { ReadUpdate } from "./wire.ts";

export interface Reading {
  /** Of the message, whichever edit it is. */
  readonly key: string;
  readonly text: string;
}

/**
 * Undefined where there is no message. MAX also tells of changed formatting, and of the preview of a link that comes to
 * stand below; what is attached is looked at where there are no words.
 */
export function readingOf({ wire }: ReadUpdate, event: Event): Reading | undefined {
  const key = wire === undefined ? undefined : messageKey(wire);
  if (key === undefined || event.kind !== "message") return undefined;
  const words = [event.text.trim(), event.forwardedText?.trim() ?? ""];
  const isWordless = words.every((one) => one === "");
  return { key, text: JSON.stringify(isWordless ? event.attachments.slice(0, 1) : words) };
}
