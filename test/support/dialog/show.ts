// A reply as lines of a transcript: the text, then each row of buttons in brackets.
import { plainOf } from "../../../src/markup/rich-text.ts";
import type { OutMessage } from "../../../src/dialog/reply.ts";
import type { Talk } from "../../../src/dialog/talk.ts";

/** The message of a private reply; fails where it is for the shell to make one. */
export function messageOf(reply: ReturnType<Talk["replyTo"]>): OutMessage {
  if (reply.kind === "forget") throw new Error("the reply has no message yet");
  return reply.message;
}

export function showMessage({ text, keyboard }: OutMessage): string {
  const rows = keyboard.map((row) => row.map((button) => `[${button.text}]`).join(" "));
  return [plainOf(text), ...rows].join("\n");
}
