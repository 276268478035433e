// The dialogs: a text to forward to the bot, the chat that a message goes to, and the bot's seat in the class chat.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { GroupView } from "../../preview/visitor/event-stream.ts";
import { act, actIn } from "./acting.ts";
import * as styles from "./chat-overlays.module.css";
import { bot, group, isBotPanelOpen, parcel } from "./state.ts";

const LONGEST = 4000;

interface ModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Gets the value of the button that closed it; "" where it was closed otherwise. */
  readonly onClose: (value: string) => void;
  readonly children: ComponentChildren;
}

function Modal({ title, isOpen, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (!isOpen || dialog.current === null) return;
    dialog.current.returnValue = "";
    dialog.current.showModal();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={id}
      onClose={({ currentTarget }) => onClose(currentTarget.returnValue)}
    >
      <form method="dialog">
        <h2 id={id}>{title}</h2>
        {children}
      </form>
    </dialog>
  );
}

const isAskingText = signal(false);

/** Asks for the text of a message to forward to the bot. */
export function askForwardText(): void {
  isAskingText.value = true;
}

export function ForwardText() {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (isAskingText.value && field.current !== null) field.current.value = "";
  }, [isAskingText.value]);
  const onClose = (value: string) => {
    isAskingText.value = false;
    const text = field.current?.value.trim() ?? "";
    if (value === "send" && text !== "") void act({ kind: "forward-text", text });
  };
  return (
    <Modal title="Переслать боту" isOpen={isAskingText.value} onClose={onClose}>
      <p class="faint">
        Как будто вы переслали сообщение из другого чата. Отправитель — Анна Петрова.
      </p>
      <label for="forward-text">Текст сообщения</label>
      <textarea ref={field} id="forward-text" rows={4} maxLength={LONGEST} required />
      <div class={styles.buttons}>
        <button class={styles.plain} type="submit" value="cancel" formNoValidate>
          Отмена
        </button>
        <button class={styles.accent} type="submit" value="send">
          Переслать
        </button>
      </div>
    </Modal>
  );
}

/** Asks which chat a message, or a text from a "send to MAX" link, is to go to. */
export function ForwardTo() {
  const { text = "", losesButtons = false, action } = parcel.value ?? {};
  const onClose = (kind: string) => {
    parcel.value = undefined;
    if (action !== undefined && (kind === "private" || kind === "group")) void actIn(action, kind);
  };
  return (
    <Modal title="Переслать в чат" isOpen={parcel.value !== undefined} onClose={onClose}>
      <blockquote class={styles.parcel}>{text}</blockquote>
      <p class="faint" hidden={!losesButtons}>
        Кнопки под сообщением при пересылке пропадают — так же, как в MAX.
      </p>
      <div class={styles.targets}>
        <button class={styles.plain} type="submit" value="private">
          {bot.value.name}
        </button>
        <button class={styles.plain} type="submit" value="group">
          {group.value.title}
        </button>
        <button class={styles.quiet} type="submit" value="">
          Отмена
        </button>
      </div>
    </Modal>
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
  const onClose = () => {
    isBotPanelOpen.value = false;
  };
  return (
    <Modal title="Бот в этом чате" isOpen={isBotPanelOpen.value} onClose={onClose}>
      <p class={styles.seat} role="status">
        {stateText(seat)}
      </p>
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
        MAX передаёт боту сообщения чата, только пока он администратор с правом читать все
        сообщения. Иначе он не узнает даже о том, что его упомянули.
      </p>
      <div class={styles.targets}>
        <button
          class={seat === undefined ? styles.plain : styles.danger}
          type="button"
          onClick={() => void act({ kind: seat === undefined ? "add-bot" : "remove-bot" }, "group")}
        >
          {seat === undefined ? "Добавить бота в чат" : "Убрать бота из чата"}
        </button>
        <button class={styles.quiet} type="submit">
          Закрыть
        </button>
      </div>
    </Modal>
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
      <span>{title}</span>
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
    </label>
  );
}

function stateText(seat: GroupView["bot"]): string {
  if (seat === undefined) return "Бота в этом чате нет.";
  if (seat.canRead) return "Бот в чате и читает сообщения.";
  return "Бот в чате, но сообщений не видит — даже тех, где его упомянули.";
}
