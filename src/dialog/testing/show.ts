// A reply as lines of a transcript: the text, then each row of buttons in brackets.
import { plainOf } from "../../markup/rich-text.ts";
import type { OutMessage } from "../reply.ts";

export function showMessage({ text, keyboard }: OutMessage): string {
  const rows = keyboard.map((row) => row.map((button) => `[${button.text}]`).join(" "));
  return [plainOf(text), ...rows].join("\n");
}
