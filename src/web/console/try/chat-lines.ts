// The lines of the chat: messages, a mark where another version began to answer, and what went wrong.
import type { RichText } from "../../../markup/rich-text.ts";
import type { TryResult } from "../../../console/try/try-api.ts";
import type { Fault } from "./fault.ts";

export type Reply = Extract<TryResult, { readonly kind: "reply" }>;

export interface Message {
  readonly kind: "message";
  readonly id: number;
  readonly from: "me" | "bot";
  /** Unix ms. */
  readonly at: number;
  readonly text: RichText;
  readonly keyboard: Reply["keyboard"];
  readonly isEdited: boolean;
}

export interface Mark {
  readonly kind: "mark";
  readonly id: number;
  readonly text: string;
}

export interface Trouble extends Fault {
  readonly kind: "trouble";
  readonly id: number;
}

export type ChatLine = Message | Mark | Trouble;

/** As `ChatLine`, without the number that it gets. */
export type NewLine = Omit<Message, "id" | "isEdited"> | Omit<Mark, "id"> | Omit<Trouble, "id">;

export function added(lines: readonly ChatLine[], line: NewLine): readonly ChatLine[] {
  const id = (lines.at(-1)?.id ?? 0) + 1;
  return [...lines, line.kind === "message" ? { ...line, id, isEdited: false } : { ...line, id }];
}

/** The bot's reply: in the place of the message whose button was tapped, or below all. */
export function answered(
  lines: readonly ChatLine[],
  { text, keyboard, isReplacement }: Reply,
  tappedId: number | undefined,
  at: number,
): readonly ChatLine[] {
  const isThere = lines.some(({ id }) => id === tappedId);
  if (!isReplacement || !isThere)
    return added(lines, { kind: "message", from: "bot", at, text, keyboard });
  return lines.map((line) =>
    line.kind === "message" && line.id === tappedId
      ? { ...line, text, keyboard, isEdited: true }
      : line,
  );
}
