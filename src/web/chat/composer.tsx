// The field at the bottom: writes, answers, edits, and grows with the text.
import { useLayoutEffect, useRef } from "preact/hooks";
import { act } from "./acting.ts";
import * as styles from "./chat-composer.module.css";
import * as composing from "./composing.ts";
import { askForwardText } from "./dialogs.tsx";
import { openMenu, type MenuItem } from "./menu.tsx";
import { Round } from "../shared/parts/button.tsx";
import { Icon } from "../shared/parts/icon.tsx";
import { Avatar } from "./parts.tsx";
import { group, isGroup, speakAs, speakerId, writtenText } from "./state.ts";
import { optionId, SuggestionList, useSuggestions } from "./suggestions.tsx";

/** A message of MAX has no more. */
const LONGEST = 4000;
/** Apart from the attributes that the types know of such a field: it has a list of suggestions. */
const COMBOBOX: Readonly<Record<string, string>> = { role: "combobox" };

export function Composer({ isHidden }: { readonly isHidden: boolean }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, about, focusing } = composing;
  const suggestions = useSuggestions((chosen) => {
    // A command is sent at once, a nick is written into the text.
    if (chosen.startsWith("@")) return composing.mention(chosen, caretOf(field.current));
    void act({ kind: "say", text: chosen, isMention: false });
    composing.setText("");
  });
  useLayoutEffect(() => {
    const { caret } = focusing.value;
    field.current?.focus();
    if (caret !== undefined) field.current?.setSelectionRange(caret, caret);
  }, [focusing.value]);
  useLayoutEffect(() => {
    if (field.current === null || isHidden) return;
    field.current.style.height = "auto";
    const { scrollHeight } = field.current;
    // While the list of chats is on the screen it has no height to go by.
    if (scrollHeight > 0) field.current.style.height = `${scrollHeight}px`;
  }, [text.value, isHidden]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (suggestions.takesKey(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      suggestions.offer([]);
      submit();
    } else if (event.key === "Escape" && about.value !== undefined) composing.composeAbout(undefined);
    else if (event.key === "ArrowUp" && text.value === "" && about.value === undefined) {
      const message = composing.lastOwnText();
      if (message === undefined) return;
      event.preventDefault();
      composing.composeAbout({ kind: "edit", message });
    }
  };
  const isEmpty = text.value.trim() === "";
  return (
    <form
      class={styles.composer}
      hidden={isHidden}
      onSubmit={(event) => {
        event.preventDefault();
        suggestions.offer([]);
        submit();
      }}
    >
      <SuggestionList suggestions={suggestions} />
      {isGroup.value ? <SpeakerRow /> : null}
      <AboutStrip />
      <div class={styles.row}>
        <Round
          icon="plus"
          title="Прикрепить"
          aria-haspopup="menu"
          aria-expanded="false"
          onClick={({ currentTarget }) => openMenu(currentTarget, attachMenu())}
        />
        <label class="hidden-label" for="text">
          Сообщение
        </label>
        <textarea
          ref={field}
          id="text"
          rows={1}
          maxLength={LONGEST}
          placeholder="Сообщение"
          autocomplete="off"
          {...COMBOBOX}
          aria-autocomplete="list"
          aria-controls="suggestions"
          aria-expanded={suggestions.offered.length > 0}
          aria-activedescendant={suggestions.offered.length > 0 ? optionId(suggestions.active) : undefined}
          value={text.value}
          onInput={({ currentTarget: { value, selectionStart } }) => {
            text.value = value;
            suggestions.offer(composing.suggestionsFor(value.slice(0, selectionStart)));
          }}
          onKeyDown={onKeyDown}
          onBlur={() => suggestions.offer([])}
        />
        <Round
          icon="voice"
          title="Голосовое сообщение"
          label="Отправить голосовое сообщение"
          hidden={!isEmpty}
          onClick={() => void act({ kind: "voice" })}
        />
        <Round icon="chat" title="Отправить" type="submit" look="accent" hidden={isEmpty} />
      </div>
    </form>
  );
}

function caretOf(field: HTMLTextAreaElement | null): number {
  return field?.selectionStart ?? composing.text.value.length;
}

function submit(): void {
  const { about } = composing;
  const text = composing.text.value.trim();
  if (text === "") return;
  const isMention = composing.takeMention(text);
  if (about.value?.kind !== "edit") {
    void act({ kind: "say", text, replyTo: about.value?.message.mid, isMention });
  } else if (text !== about.value.message.text) {
    void act({ kind: "edit", mid: about.value.message.mid, text });
  }
  composing.composeAbout(undefined);
  composing.setText("");
}

/** What can be sent besides text. */
function attachMenu(): readonly MenuItem[] {
  const items: readonly MenuItem[] = [
    { icon: "photo", label: "Фотография", run: () => act({ kind: "photo" }) },
    { icon: "sticker", label: "Стикер", run: () => act({ kind: "sticker" }) },
    { icon: "voice", label: "Голосовое сообщение", run: () => act({ kind: "voice" }) },
  ];
  const fromElsewhere: MenuItem = {
    icon: "forward",
    label: "Переслать текст…",
    run: askForwardText,
  };
  return isGroup.value ? items : [...items, fromElsewhere];
}

/** In whose name the visitor writes. */
function SpeakerRow() {
  const { people } = group.value;
  const speaker = people.find(({ userId }) => userId === speakerId.value);
  return (
    <div class={styles.speaker}>
      {speaker === undefined ? null : <Avatar id={speaker.userId} name={speaker.name} size={26} />}
      <label class="faint" for="speaker">
        Говорить как
      </label>
      <select
        id="speaker"
        value={speakerId.value}
        onChange={({ currentTarget }) => {
          composing.cancelAbout();
          speakAs(Number(currentTarget.value));
        }}
      >
        {people.map(({ userId, name, isAdmin }) => (
          <option key={userId} value={userId}>
            {isAdmin ? `${name} — администратор` : name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Over the field: which message is being changed, or answered. */
function AboutStrip() {
  const { about, composeAbout } = composing;
  if (about.value === undefined) return null;
  const { kind, message } = about.value;
  const answered = `${message.sender.name}: ${writtenText(message) || "вложение"}`;
  return (
    <div class={styles.about}>
      <Icon name={kind} size={18} />
      <span class="cut">{kind === "edit" ? "Изменение сообщения" : `Ответ — ${answered}`}</span>
      <Round icon="close" iconSize={18} title="Отменить" look="small" onClick={() => composeAbout(undefined)} />
    </div>
  );
}
