// The answer in light Markdown, with buttons for those who do not know its marks by heart.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { spliceBetween } from "../../../../faq/edit/splice.ts";
import { Icon } from "../../../shared/parts/icon.tsx";
import * as said from "./editor-wording.ts";
import { Field } from "./field.tsx";
import * as styles from "./fields.module.css";
import { markUp, type MarkButton, type Selected } from "./mark-up.ts";

const BUTTONS: readonly {
  readonly mark: MarkButton;
  readonly title: string;
  readonly sign: ComponentChildren;
}[] = [
  { mark: "bold", title: said.BOLD, sign: "Ж" },
  { mark: "italic", title: said.ITALIC, sign: "К" },
  { mark: "list", title: said.LIST, sign: <Icon name="list" size={18} /> },
  { mark: "link", title: said.LINK, sign: <Icon name="link" size={18} /> },
];
/** By the place of the key, whichever layout is on. */
const KEYS: Readonly<Record<string, MarkButton>> = { KeyB: "bold", KeyI: "italic", KeyK: "link" };

/**
 * Puts the text in as if it had been typed, so that the browser can take it back (Ctrl+Z); false where it cannot. There is
 * no other way to do so, and browsers keep this one for editors.
 */
function typeInto(area: HTMLTextAreaElement, { text, start, end }: Selected): boolean {
  const { at, removed, inserted } = spliceBetween(area.value, text);
  area.focus();
  area.setSelectionRange(at, at + removed.length);
  const isTyped = document.execCommand("insertText", false, inserted);
  if (isTyped) area.setSelectionRange(start, end);
  return isTyped;
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
  const selection = useRef<{ readonly start: number; readonly end: number } | undefined>(undefined);
  useLayoutEffect(() => {
    const { current: chosen } = selection;
    if (chosen === undefined) return;
    selection.current = undefined;
    area.current?.focus();
    area.current?.setSelectionRange(chosen.start, chosen.end);
  }, [answer]);
  const apply = (mark: MarkButton) => {
    if (area.current === null) return;
    const { selectionStart: start, selectionEnd: end } = area.current;
    const marked = markUp({ text: answer, start, end }, mark);
    if (typeInto(area.current, marked)) return;
    selection.current = marked;
    onType(marked.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const mark = KEYS[event.code];
    if (mark === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    apply(mark);
  };
  return (
    <Field label={said.ANSWER} hint={said.ANSWER_HINT} error={error}>
      {(ties) => (
        <div class={styles.answer}>
          <div class={styles.tools} role="group" aria-label={said.TOOLS}>
            {BUTTONS.map(({ mark, title, sign }) => (
              <button
                key={mark}
                type="button"
                class={styles.tool}
                data-mark={mark}
                title={title}
                aria-label={title}
                onClick={() => apply(mark)}
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
            onKeyDown={onKeyDown}
          />
        </div>
      )}
    </Field>
  );
}
