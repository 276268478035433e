// A message of the dialog -> the body that MAX takes.
import type { AttachmentRequest, Button as MaxButton } from "@maxhub/max-bot-api/types";
import type { Button, OutMessage } from "../dialog/reply.ts";
import {
  BUTTON_TEXT_LENGTH,
  BUTTONS_PER_ROW,
  BUTTONS_PER_ROW_WITH_LINK,
  KEYBOARD_ROWS,
  PAYLOAD_LENGTH,
  TEXT_LENGTH,
  URL_LENGTH,
} from "../markup/max-limits.ts";
import { htmlOf, plainOf } from "../markup/rich-text.ts";

export interface MessageBody {
  readonly text: string;
  readonly format: "html";
  readonly attachments?: AttachmentRequest[];
}

/** The body of a new message. Throws when the text is empty or longer than MAX takes: a bug of the caller. */
export function encodeNew(message: OutMessage): MessageBody {
  const rows = encodeRows(message.keyboard);
  return {
    ...encodeText(message),
    ...(rows.length === 0 ? {} : { attachments: [keyboardOf(rows)] }),
  };
}

/** The body that replaces a message: without buttons the list is empty, so that the old ones go. */
export function encodeReplacement(message: OutMessage): MessageBody {
  const rows = encodeRows(message.keyboard);
  return { ...encodeText(message), attachments: rows.length === 0 ? [] : [keyboardOf(rows)] };
}

// MAX does not say whether the limit counts before or after formatting. Before it, what is too long is too
// long for certain.
function encodeText({ text }: OutMessage): Pick<MessageBody, "text" | "format"> {
  const { length } = plainOf(text);
  if (length === 0 || length > TEXT_LENGTH) {
    throw new Error(`Encoding a message: the text has ${length} characters, MAX takes 1 to ${TEXT_LENGTH}`);
  }
  return { text: htmlOf(text), format: "html" };
}

function keyboardOf(buttons: MaxButton[][]): AttachmentRequest {
  return { type: "inline_keyboard", payload: { buttons } };
}

function encodeRows(keyboard: OutMessage["keyboard"]): MaxButton[][] {
  return keyboard
    .flatMap((row) => splitRow(row.filter(fits)))
    .slice(0, KEYBOARD_ROWS)
    .map((row) => row.map(encodeButton));
}

// One button too long for MAX would cost the whole message; the answer without it is better than none.
function fits(button: Button): boolean {
  switch (button.kind) {
    case "link":
      return button.url.length <= URL_LENGTH;
    case "message":
      // What is said must be the whole text.
      return button.text.length <= BUTTON_TEXT_LENGTH;
    case "callback":
    case "clipboard":
      return button.payload.length <= PAYLOAD_LENGTH;
  }
}

function splitRow(row: readonly Button[]): (readonly Button[])[] {
  const width = row.some(({ kind }) => kind === "link") ? BUTTONS_PER_ROW_WITH_LINK : BUTTONS_PER_ROW;
  const rows: (readonly Button[])[] = [];
  for (let start = 0; start < row.length; start += width) rows.push(row.slice(start, start + width));
  return rows;
}

function encodeButton(button: Button): MaxButton {
  const text = cut(button.text);
  switch (button.kind) {
    case "link":
      return { type: button.kind, text, url: button.url };
    case "message":
      return { type: button.kind, text };
    case "callback":
    case "clipboard":
      return { type: button.kind, text, payload: button.payload };
  }
}

function cut(text: string): string {
  if (text.length <= BUTTON_TEXT_LENGTH) return text;
  // Half of an emoji at the cut would not be valid text.
  return `${text.slice(0, BUTTON_TEXT_LENGTH - 1).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
