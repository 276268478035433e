// The list of chats: the last message of each, and how many are unread.
import type { ComponentChildren } from "preact";
import { select } from "./acting.ts";
import * as styles from "./chat-frame.module.css";
import { Avatar, BotAvatar, clockTime } from "./parts.tsx";
import { bot, chat, chats, group, writtenText, type ChatKind } from "./state.ts";

const PICTURE_PX = 48;
/** What stands there before the first message. */
const EMPTY: Readonly<Record<ChatKind, string>> = {
  private: "Нажмите «Начать»",
  group: "Пока нет сообщений",
};

export function ChatList() {
  const { title } = group.value;
  return (
    <nav class={styles.chats} aria-label="Чаты">
      <h1>Чаты</h1>
      <Row kind="private" name={bot.value.name}>
        <BotAvatar size={PICTURE_PX} />
      </Row>
      <Row kind="group" name={title}>
        <Avatar id={chats.value.group.chatId} name={title} size={PICTURE_PX} />
      </Row>
      <p class={styles.hint}>Здесь тот же бот, что и в MAX. Каждое «Начать заново» — новый человек и пустые чаты.</p>
    </nav>
  );
}

interface RowProps {
  readonly kind: ChatKind;
  readonly name: string;
  readonly children: ComponentChildren;
}

function Row({ kind, name, children }: RowProps) {
  const { shown, unread } = chats.value[kind];
  const last = shown.at(-1)?.message;
  const author = last?.isFromBot === true ? "Бот" : last?.sender.name.split(" ")[0];
  const text = last === undefined ? EMPTY[kind] : writtenText(last) || "Вложение";
  return (
    <button
      id={`row-${kind}`}
      class={styles.chatRow}
      type="button"
      aria-current={chat.value.kind === kind ? "true" : "false"}
      onClick={() => select(kind)}
    >
      {children}
      <span class={styles.chatRowText}>
        <span>
          <strong class="cut">{name}</strong>
          <time>{last === undefined ? "" : clockTime(last.timestamp)}</time>
        </span>
        <span>
          <span class={`cut ${styles.lastText}`}>
            {last !== undefined && kind === "group" ? `${author}: ${text}` : text}
          </span>
          <span class={styles.unread} data-unread>
            {unread === 0 ? null : (
              <>
                {unread}
                <span class="hidden-label"> новых сообщений</span>
              </>
            )}
          </span>
        </span>
      </span>
    </button>
  );
}
