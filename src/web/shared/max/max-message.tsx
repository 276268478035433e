// A message of the bot as the chat page shows it, and as MAX does: made of the very pieces of that page.
import { useEffect, useRef } from "preact/hooks";
import type { Button } from "../../../dialog/reply.ts";
import type { RichText } from "../../../markup/rich-text.ts";
import { keyboard } from "../../chat/keyboard.js";
import { markedText } from "../../chat/markup.js";
import type { WireButton } from "../../../preview/world/shapes.ts";
import "./max-message.css";
import { wireKeyboardOf, wireTextOf } from "./wire-text.ts";

export interface MaxMessageProps {
  readonly text: RichText;
  readonly keyboard: readonly (readonly Button[])[];
  /** Where it is left out, the buttons are only to be seen. */
  readonly onPress?: (button: WireButton) => void;
}

export function MaxMessage({ text, keyboard: rows, onPress }: MaxMessageProps) {
  const bubble = useRef<HTMLDivElement>(null);
  const keys = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wire = wireTextOf(text);
    bubble.current?.replaceChildren(markedText(wire.text, wire.markup));
  }, [text]);
  useEffect(() => {
    if (rows.length === 0) return keys.current?.replaceChildren();
    const made = keyboard(wireKeyboardOf(rows), (button) => onPress?.(button));
    if (onPress === undefined) made.inert = true;
    keys.current?.replaceChildren(made);
  }, [rows, onPress]);
  return (
    <div class="max-message">
      <div ref={bubble} class="max-bubble" />
      <div ref={keys} />
    </div>
  );
}
