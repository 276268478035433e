// The field at the bottom of the chat: Enter sends, Shift+Enter begins a line.
import { signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Round } from "../../shared/parts/button.tsx";
import { talk } from "./state.ts";
import * as styles from "./try.module.css";

/** A message of MAX has no more. */
const LONGEST = 4000;

const MESSAGE = "Сообщение";
const written = signal("");

export function Composer() {
  const id = useId();
  const send = () => {
    const text = written.value.trim();
    if (text === "") return;
    written.value = "";
    void talk.say(text);
  };
  return (
    <form
      class={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <RepeatButton />
      <div class={styles.composerRow}>
        <label class="hidden-label" for={id}>
          {MESSAGE}
        </label>
        <textarea
          id={id}
          rows={1}
          maxLength={LONGEST}
          placeholder={MESSAGE}
          autoComplete="off"
          value={written.value}
          onInput={({ currentTarget: { value } }) => {
            written.value = value;
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <Round icon="chat" title="Отправить" type="submit" look="accent" />
      </div>
    </form>
  );
}

/** After the switch between versions: the same question shows what it changes. */
function RepeatButton() {
  const last = talk.lastAsked.value;
  const isSwitched = talk.lines.value.at(-1)?.kind === "mark";
  if (last === undefined || !isSwitched) return null;
  return (
    <button type="button" class={`button small cut ${styles.repeat}`} onClick={() => void talk.say(last)}>
      Спросить то же ещё раз: «{last}»
    </button>
  );
}
