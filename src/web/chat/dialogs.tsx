// The dialogs: a text to forward to the bot, the chat that a message goes to, and the bot's seat in the class chat.
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { GroupView } from "../../preview/visitor/event-stream.ts";
import { Button } from "../shared/parts/button.tsx";
import { Dialog } from "../shared/parts/dialog.tsx";
import { act, actIn } from "./acting.ts";
import * as styles from "./chat-overlays.module.css";
import { bot, group, isBotPanelOpen, parcel, type ChatKind } from "./state.ts";

const LONGEST = 4000;
const isAskingText = signal(false);

/** Asks for the text of a message to forward to the bot. */
export function askForwardText(): void {
  isAskingText.value = true;
}

export function ForwardText() {
  const field = useRef<HTMLTextAreaElement>(null);
  if (!isAskingText.value) return null;
  const close = () => {
    isAskingText.value = false;
  };
  const forward = () => {
    const text = field.current?.value.trim() ?? "";
    if (text === "") return field.current?.focus();
    close();
    return act({ kind: "forward-text", text });
  };
  return (
    <Dialog
      title="Переслать боту"
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Отмена</Button>
          <Button look="primary" onClick={forward}>
            Переслать
          </Button>
        </>
      }
    >
      <p class="faint">Как будто вы переслали сообщение из другого чата. Отправитель — Анна Петрова.</p>
      <label for="forward-text">Текст сообщения</label>
      <textarea ref={field} id="forward-text" class={styles.forward} rows={4} maxLength={LONGEST} />
    </Dialog>
  );
}

/** Asks which chat a message, or a text from a "send to MAX" link, is to go to. */
export function ForwardTo() {
  if (parcel.value === undefined) return null;
  const { text, losesButtons, action } = parcel.value;
  const close = () => {
    parcel.value = undefined;
  };
  const forward = (kind: ChatKind) => {
    close();
    return actIn(action, kind);
  };
  return (
    <Dialog title="Переслать в чат" onClose={close}>
      <blockquote class={styles.parcel}>{text}</blockquote>
      <p class="faint" hidden={!losesButtons}>
        Кнопки под сообщением при пересылке пропадают — так же, как в MAX.
      </p>
      <div class="column">
        <Button onClick={() => forward("private")}>{bot.value.name}</Button>
        <Button onClick={() => forward("group")}>{group.value.title}</Button>
      </div>
    </Dialog>
  );
}

/**
 * Adds and removes the bot, switches its rights. The switches follow what the local MAX says; what is asked of it follows
 * the hand, which may be quicker.
 */
export function BotPanel() {
  const seat = group.value.bot;
  const { isAdmin = false, canRead = false } = seat ?? {};
  const wanted = useRef({ isAdmin, canRead });
  useLayoutEffect(() => {
    wanted.current = { isAdmin, canRead };
  }, [isAdmin, canRead]);
  const want = (change: Partial<typeof wanted.current>) => {
    wanted.current = { ...wanted.current, ...change };
    const { isAdmin: mayAll, canRead: mayRead } = wanted.current;
    void act({ kind: "bot-rights", isAdmin: mayAll, canRead: mayAll && mayRead }, "group");
  };
  if (!isBotPanelOpen.value) return null;
  const close = () => {
    isBotPanelOpen.value = false;
  };
  return (
    <Dialog
      title="Бот в этом чате"
      onClose={close}
      foot={
        <Button
          look={seat === undefined ? "primary" : "danger"}
          onClick={() => void act({ kind: seat === undefined ? "add-bot" : "remove-bot" }, "group")}
        >
          {seat === undefined ? "Добавить бота в чат" : "Убрать бота из чата"}
        </Button>
      }
    >
      <p role="status">{stateText(seat)}</p>
      <Switch
        title="Администратор"
        isOn={isAdmin}
        isDisabled={seat === undefined}
        onSwitch={(isOn) => want({ isAdmin: isOn })}
      />
      <Switch
        title="Читать все сообщения"
        isOn={canRead}
        isDisabled={!isAdmin}
        onSwitch={(isOn) => want({ canRead: isOn })}
      />
      <p class="faint">
        MAX передаёт боту сообщения чата, только пока он администратор с правом читать все сообщения. Иначе он не узнает
        даже о том, что его упомянули.
      </p>
    </Dialog>
  );
}

interface SwitchProps {
  readonly title: string;
  readonly isOn: boolean;
  readonly isDisabled: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

function Switch({ title, isOn, isDisabled, onSwitch }: SwitchProps) {
  return (
    <label class={styles.switch}>
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
      {title}
    </label>
  );
}

function stateText(seat: GroupView["bot"]): string {
  if (seat === undefined) return "Бота в этом чате нет.";
  if (seat.canRead) return "Бот в чате и читает сообщения.";
  return "Бот в чате, но сообщений не видит — даже тех, где его упомянули.";
}
