// The chat on the screen: its title, its messages, and the field below.
import { counted } from "../../text/plural.ts";
import { reset, start } from "./acting.ts";
import { Composer } from "./composer.tsx";
import { MessageLog } from "./message-log.tsx";
import * as styles from "./chat-frame.module.css";
import { Round } from "../shared/parts/button.tsx";
import { Avatar, BotAvatar } from "./parts.tsx";
import { bot, chat, chats, group, isBotPanelOpen, isChoosing, isGroup, isOpen } from "./state.ts";
import { isTyping } from "./waiting.ts";
import { isWhyOpen, openWhy, whyOpener } from "./why-panel.tsx";

export function ChatView() {
  // Until the page is told, nothing can be done.
  const isBegun = isGroup.value || isOpen.value === true;
  return (
    <main class={styles.chat} aria-label="Чат с ботом">
      <Head />
      <MessageLog>{isGroup.value ? <ClassWelcome /> : <Welcome />}</MessageLog>
      <div class={styles.foot}>
        <button
          class={`button primary ${styles.start}`}
          type="button"
          hidden={isGroup.value || isOpen.value !== false}
          onClick={() => start()}
        >
          Начать
        </button>
        <Composer isHidden={!isBegun} />
      </div>
    </main>
  );
}

function Head() {
  const { kind, chatId } = chat.value;
  const { title } = group.value;
  const elsewhere = chats.value[kind === "group" ? "private" : "group"];
  return (
    <header class={styles.chatHead}>
      <span class={styles.toChats}>
        <Round icon="back" title="К списку чатов" onClick={toChats}>
          <span class={styles.dotMark} hidden={elsewhere.unread === 0} />
        </Round>
      </span>
      {isGroup.value ? <Avatar id={chatId} name={title} size={40} /> : <BotAvatar size={40} />}
      <div class={styles.chatTitle}>
        <h2>{isGroup.value ? title : bot.value.name}</h2>
        <span class="faint">{isTyping.value ? "бот печатает…" : status()}</span>
      </div>
      <Round
        icon="robot"
        title="Бот в этом чате"
        aria-haspopup="dialog"
        hidden={!isGroup.value}
        onClick={openBotPanel}
      />
      <Round icon="retry" title="Начать заново" onClick={reset} />
      <span class={styles.openWhy}>
        <Round
          ref={whyOpener}
          icon="unanswered"
          title="Почему такой ответ"
          aria-controls="why"
          aria-expanded={isWhyOpen.value}
          onClick={openWhy}
        />
      </span>
    </header>
  );
}

/** The row of the chat that was there gets the focus: it was hidden until now. */
function toChats(): void {
  isChoosing.value = true;
  queueMicrotask(() => document.getElementById(`row-${chat.value.kind}`)?.focus());
}

function openBotPanel(): void {
  isBotPanelOpen.value = true;
}

/** What stands under the title of the chat when nobody types. */
function status(): string {
  if (!isGroup.value) return "бот";
  const { people, bot: seat } = group.value;
  const all = counted(people.length, ["участник", "участника", "участников"]);
  if (seat === undefined) return `бота нет · ${all}`;
  return `${seat.canRead ? "бот в чате" : "бот не видит сообщений"} · ${all}`;
}

function Welcome() {
  if (chat.value.shown.length > 0) return null;
  const { name, username } = bot.value;
  return (
    <section class={styles.welcome} aria-label="О боте">
      <BotAvatar size={96} />
      <h2>{name}</h2>
      <p class="faint">{username === "" ? "" : `@${username}`}</p>
      <p>Нажмите «Начать» — бот поздоровается, как при первом знакомстве в MAX.</p>
    </section>
  );
}

function ClassWelcome() {
  if (chat.value.shown.length > 0 || group.value.bot !== undefined) return null;
  return (
    <section class={styles.welcome} aria-label="О чате класса">
      <h2>Чат класса</h2>
      <p>Здесь можно писать за разных людей: выберите, за кого, над полем внизу. Бота в чат добавляет учитель.</p>
      <button class={`button primary ${styles.start}`} type="button" onClick={openBotPanel}>
        Добавить бота…
      </button>
    </section>
  );
}
