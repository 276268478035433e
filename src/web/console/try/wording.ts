// What the page says on which answers are tried before they are published.
import { counted } from "../../../text/plural.ts";

export const TITLE = "Проба";

export const ON_WHAT = "Кто отвечает";
export const LIVE = "Как сейчас";
export const DRAFT = "С черновиком";
export const NO_DRAFT = "Несохранённых правок нет: отвечает то, что видят родители.";
export const TO_CONTENT = "Править содержание";
export const IN_DRAFT = "В черновике";

export const CHAT_LABEL = "Чат с ботом";
export const MESSAGES = "Сообщения";
export const MESSAGE = "Сообщение";
export const SEND = "Отправить";
export const START = "Начать";
export const AGAIN = "Начать заново";
export const WELCOME_TITLE = "Поговорите с ботом";
export const WELCOME =
  "Здесь он отвечает так же, как родителям в MAX, но разговор никуда не уходит и не попадает в обзор.";
export const EXAMPLES = "Спросить, например";
export const REPEAT = "Спросить то же ещё раз";
export const YOU = "Вы: ";
export const BOT = "Бот: ";
export const EDITED = "изменено";
export const NOW_DRAFT = "Дальше отвечает черновик";
export const NOW_LIVE = "Дальше отвечает то, что опубликовано";
export const UNFIT = "Черновик пока не годится, бот с ним не заработает:";
export const DRAFT_CONFLICT = "Черновик расходится с файлом:";
export const TO_DRAFT = "Открыть в содержании";

export function toDraft(title: string): string {
  return `${TO_DRAFT}: «${title}»`;
}

export const WHY_TITLE = "Почему такой ответ";
export const WHY_HINT =
  "Напишите боту — здесь появится, как он понял вопрос и из чего выбирал ответ.";

export function inDraft(count: number): string {
  return `В черновике ${counted(count, ["правка", "правки", "правок"])}`;
}
