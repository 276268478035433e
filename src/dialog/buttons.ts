// Buttons: a title cut to what a phone shows, and what a tap brings back.
import { encodePayload, type Payload } from "./payload.ts";
import type { Button } from "./reply.ts";

export function callbackButton(title: string, payload: Payload): Button {
  return { kind: "callback", text: buttonTitle(title), payload: encodePayload(payload) };
}

/** Says its title as the person's own message: what is cut would not be what was asked. */
export function messageButton(title: string): Button {
  return { kind: "message", text: title };
}

/** Runs a command of administrators again with this argument: at most 900 characters. */
export function adminButton(title: string, command: string, argument: string): Button {
  return callbackButton(title, { kind: "admin", command, argument });
}

/** A full-width button on a phone shows about so many characters before MAX cuts it itself, inside a word. */
const MAX_TITLE_LENGTH = 34;

/** Whether a button shows the whole of its title. */
export function isShownWhole(title: string): boolean {
  return buttonTitle(title) === title;
}

/** The title, cut at a word border with "…" when it is too long for a button. */
export function buttonTitle(title: string): string {
  const characters = Array.from(title.trim());
  if (characters.length <= MAX_TITLE_LENGTH) return characters.join("");
  const cut = characters.slice(0, MAX_TITLE_LENGTH - 1).join("");
  const border = cut.lastIndexOf(" ");
  const kept = border > MAX_TITLE_LENGTH / 2 ? cut.slice(0, border) : cut;
  return `${kept.replace(/[\s,.;:—–-]+$/u, "")}…`;
}
