// The answer to /whoami: the asker's number in MAX, and what they may do.
import { join, plain } from "../../markup/rich-text.ts";
import { menuRow } from "../parent/menu.ts";
import type { OutMessage } from "../reply.ts";

export const WHOAMI = "Кто я для бота: мой номер в MAX";
const YOU_ARE_ADMIN = "Вы администратор бота. Вам доступны команды:";
const NO_ADMINS_YET =
  "Администраторы бота ещё не назначены. Чтобы стать им, впишите этот номер в настройку ADMIN_USER_IDS " +
  "(несколько номеров через запятую) и перезапустите бота.";

/** `commands` as lines of "/name — description"; undefined for somebody who is no administrator. */
export function whoamiMessage(userId: number, commands: readonly string[] | undefined): OutMessage {
  const rights = commands === undefined ? [NO_ADMINS_YET] : [YOU_ARE_ADMIN, ...commands];
  return {
    text: join([plain(`Ваш номер в MAX: ${userId}`), plain(rights.join("\n"))], "\n\n"),
    keyboard: [menuRow()],
  };
}
