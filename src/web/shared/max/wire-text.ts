// What the bot says as MAX hands it to a chat: the text, which marks lie over which part of it, and the buttons.
import type { Button } from "../../../dialog/reply.ts";
import type { RichText, Span } from "../../../markup/rich-text.ts";
import type { Keyboard, Markup, WireButton } from "../../../preview/world/shapes.ts";

export interface WireText {
  readonly text: string;
  readonly markup: readonly Markup[];
}

export function wireTextOf(rich: RichText): WireText {
  let text = "";
  const markup: Markup[] = [];
  for (const span of rich) {
    markup.push(...marksOf(span, text.length));
    text += span.text;
  }
  return { text, markup };
}

function marksOf({ text, isBold, isItalic, url }: Span, from: number): readonly Markup[] {
  const part = { from, length: text.length };
  const marks: Markup[] = [];
  if (isBold === true) marks.push({ type: "strong", ...part });
  if (isItalic === true) marks.push({ type: "emphasized", ...part });
  if (url !== undefined) marks.push({ type: "link", ...part, url });
  return marks;
}

export function wireKeyboardOf(rows: readonly (readonly Button[])[]): Keyboard {
  return rows.map((row) => row.map(wireButtonOf));
}

function wireButtonOf(button: Button): WireButton {
  const { kind, text } = button;
  if (kind === "link") return { type: kind, text, url: button.url };
  if (kind === "message") return { type: kind, text };
  return { type: kind, text, payload: button.payload };
}
