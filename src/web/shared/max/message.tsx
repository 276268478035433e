// A bubble of a chat, and a whole message of the bot, as MAX shows them.
import type { ComponentChildren } from "preact";
import type { Button } from "../../../dialog/reply.ts";
import type { RichText } from "../../../markup/rich-text.ts";
import type { Markup, WireButton } from "../../../preview/world/shapes.ts";
import { Keyboard } from "./keyboard.tsx";
import { MarkedText } from "./marked-text.tsx";
import * as styles from "./message.module.css";
import { wireKeyboardOf, wireTextOf } from "./wire-text.ts";

/** Who wrote it, as seen by who reads it. */
export type Side = "me" | "bot" | "other";

export interface BubbleProps {
  readonly side: Side;
  readonly children: ComponentChildren;
  /** What is in it stands alone, as a sticker does. */
  readonly isBare?: boolean;
}

export function Bubble({ side, children, isBare = false }: BubbleProps) {
  return (
    <div class={styles.bubble} data-side={side} data-bare={isBare ? "" : undefined}>
      {children}
    </div>
  );
}

export function BubbleText({ text, markup = [] }: { readonly text: string; readonly markup?: readonly Markup[] }) {
  return (
    <div class={styles.text}>
      <MarkedText text={text} markup={markup} />
    </div>
  );
}

export interface MaxMessageProps {
  readonly text: RichText;
  readonly keyboard: readonly (readonly Button[])[];
  /** Where it is left out, the buttons are only to be seen. */
  readonly onPress?: (button: WireButton) => void;
}

export function MaxMessage({ text, keyboard, onPress }: MaxMessageProps) {
  return (
    <div class={styles.message}>
      <Bubble side="bot">
        <BubbleText {...wireTextOf(text)} />
      </Bubble>
      <Keyboard rows={wireKeyboardOf(keyboard)} onPress={onPress} />
    </div>
  );
}
