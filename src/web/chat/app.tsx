// The page: the list of chats, the chat, and why the bot answered so; over them menus, notices and dialogs.
import { useEffect } from "preact/hooks";
import { ChatList } from "./chat-list.tsx";
import { ChatView } from "./chat-view.tsx";
import { BotPanel, ForwardText, ForwardTo } from "./dialogs.tsx";
import { Menu } from "./menu.tsx";
import * as styles from "./chat-frame.module.css";
import { Icon } from "../shared/parts/icon.tsx";
import { bot, isChoosing, isOnline, isOpen } from "./state.ts";
import { ToastHost } from "../shared/parts/toast.tsx";
import { WhyPanel } from "./why-panel.tsx";

export function App() {
  const { name } = bot.value;
  const isTold = isOpen.value !== undefined;
  useEffect(() => {
    if (isTold) document.title = `${name} — локальный MAX`;
  }, [name, isTold]);
  return (
    <>
      <p class={styles.notice}>
        <Icon name="lock" />
        <span>Локальный MAX — сообщения не уходят с этого компьютера</span>
      </p>
      <p class="offline" role="status" hidden={isOnline.value}>
        Нет связи с программой. Запустите её снова — страница подключится сама.
      </p>
      <div class={styles.messenger} data-choosing={isChoosing.value ? "" : undefined}>
        <ChatList />
        <ChatView />
        <WhyPanel />
      </div>
      <Menu />
      <ToastHost />
      <ForwardText />
      <ForwardTo />
      <BotPanel />
    </>
  );
}
