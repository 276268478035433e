// The buttons under a message: equal widths in a row, long titles cut, as MAX does.
import type { Keyboard as Rows, WireButton } from "../../../preview/world/shapes.ts";
import { Stroke } from "../parts/stroke.tsx";
import * as styles from "./message.module.css";

/** Drawn in the corner of a button that does not ask the bot. */
const MARKS: Readonly<Partial<Record<WireButton["type"], string>>> = {
  link: "M8 16 16 8M9 8h7v7",
  clipboard:
    "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm-4 6H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1",
};

export interface KeyboardProps {
  readonly rows: Rows;
  /** Where it is left out, the buttons are only to be seen. */
  readonly onPress?: ((button: WireButton) => void) | undefined;
  /** The one whose press is under way: meanwhile none can be pressed. */
  readonly pressed?: WireButton | undefined;
}

export function Keyboard({ rows, onPress, pressed }: KeyboardProps) {
  if (rows.length === 0) return null;
  return (
    <div class={styles.keyboard} role="group" aria-label="Кнопки под сообщением" inert={onPress === undefined}>
      {rows.map((row, at) => (
        <div key={at} class={styles.row}>
          {row.map((button, place) => (
            <Key
              key={place}
              button={button}
              isPressed={button === pressed}
              // Not `disabled`: the button would lose the focus, and with it the place in the chat.
              isWaiting={pressed !== undefined}
              onPress={onPress}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface KeyProps {
  readonly button: WireButton;
  readonly isPressed: boolean;
  readonly isWaiting: boolean;
  readonly onPress: KeyboardProps["onPress"];
}

function Key({ button, isPressed, isWaiting, onPress }: KeyProps) {
  const { type, text } = button;
  const mark = MARKS[type];
  return (
    <button
      type="button"
      class={styles.key}
      title={type === "link" ? `${text}\n${button.url}` : text}
      aria-disabled={isWaiting ? true : undefined}
      data-pressed={isPressed ? "" : undefined}
      onClick={() => {
        if (!isWaiting) onPress?.(button);
      }}
    >
      <span class="cut">{text}</span>
      {mark === undefined ? null : <Stroke path={mark} size={13} />}
    </button>
  );
}
