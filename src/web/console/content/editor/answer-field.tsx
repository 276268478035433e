// The answer in light Markdown, with buttons for those who do not know its marks by heart.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../../../shared/parts/icon.tsx";
import * as said from "./editor-wording.ts";
import { Field } from "./field.tsx";
import * as styles from "./fields.module.css";
import { markUp, type MarkButton } from "./mark-up.ts";

const BUTTONS: readonly {
  readonly mark: MarkButton;
  readonly title: string;
  readonly sign: ComponentChildren;
}[] = [
  { mark: "bold", title: "Жирный", sign: "Ж" },
  { mark: "italic", title: "Курсив", sign: "К" },
  { mark: "list", title: "Список", sign: <Icon name="list" size={18} /> },
  { mark: "link", title: "Ссылка", sign: <Icon name="link" size={18} /> },
];
/**
 * As if it had been typed, so that the browser can take it back (Ctrl+Z): there is no other way to do so, and browsers keep
 * this one for editors.
 */
function write(area: HTMLTextAreaElement, button: MarkButton): void {
  const { text, back } = markUp(area.value.slice(area.selectionStart, area.selectionEnd), button);
  area.focus();
  document.execCommand("insertText", false, text);
  const caret = area.selectionEnd - back;
  area.setSelectionRange(caret, caret);
}

export function AnswerField({
  answer,
  error,
  onType,
}: {
  readonly answer: string;
  readonly error: string | undefined;
  readonly onType: (answer: string) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Field
      label={said.ANSWER}
      hint={"Сначала главное, потом подробности. Подставятся {{organization}} и {{contact}}."}
      error={error}
    >
      {(ties) => (
        <div class={styles.answer}>
          <div class={styles.tools} role="group" aria-label="Оформление ответа">
            {BUTTONS.map(({ mark, title, sign }) => (
              <button
                key={mark}
                type="button"
                class={styles.tool}
                data-mark={mark}
                title={title}
                aria-label={title}
                onClick={() => area.current && write(area.current, mark)}
              >
                {sign}
              </button>
            ))}
          </div>
          <textarea
            {...ties}
            ref={area}
            class={styles.grows}
            rows={8}
            value={answer}
            onInput={({ currentTarget }) => onType(currentTarget.value)}
          />
        </div>
      )}
    </Field>
  );
}
