// That the bot is writing, as both chats show it.
import * as styles from "./typing.module.css";

export function Typing({ isShown }: { readonly isShown: boolean }) {
  return (
    <div class={styles.typing} hidden={!isShown}>
      <i />
      <i />
      <i />
      <span class="hidden-label">Бот печатает</span>
    </div>
  );
}
