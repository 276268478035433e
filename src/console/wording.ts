// What the server of the console says, in Russian.

export const REFUSALS = {
  signedOut: "Вы не вошли в пульт, или время входа истекло. Войдите снова.",
  wrongToken:
    "Это не тот ключ. Он задан в настройке CONSOLE_TOKEN; его знает тот, кто запускает бота.",
  tooManyAttempts: (minutes: number) =>
    `Слишком много попыток войти. Попробуйте через ${minutes} мин.`,
  foreign: "Запрос пришёл не со страницы пульта. Откройте пульт заново и повторите.",
  unknownPath: "У пульта нет такого адреса. Обновите страницу: программа могла стать новее.",
  method: "Так этот адрес не вызывают. Обновите страницу: программа могла стать новее.",
  unreadable: "Запрос не удалось прочитать. Обновите страницу и повторите.",
  unfit: "В запросе не то, что ожидалось. Обновите страницу и повторите.",
  noJson: "Пульт принимает только JSON.",
  tooLarge: "Слишком много текста за один раз.",
  outside: "База данных или диск сейчас не отвечают. Повторите через минуту.",
  tooManyListeners: "Слишком много открытых страниц пульта. Закройте лишние.",
  bug: "Пульт не справился с этим запросом. Подробности в журнале программы; сообщите разработчикам.",
} as const;

/** Shown instead of the pages, where they were not built. */
export const NOT_BUILT = {
  title: "Пульт не собран",
  text: "Страницы пульта собираются вместе с программой. Выполните команду и обновите эту страницу:",
  command: "npm run build",
} as const;

/** The bar of links on the chat page of the local MAX. */
export const LINKS = [
  { title: "Обзор", href: "/console/#/overview" },
  { title: "Вопросы", href: "/console/#/questions" },
  { title: "Без ответа", href: "/console/#/unanswered" },
  { title: "Содержание", href: "/console/#/content" },
  { title: "Проба", href: "/console/#/try" },
  { title: "Состояние", href: "/console/#/state" },
] as const;

/** What an administrator did about a question, as the journal keeps it: "taught:<entry id>:<edit id>" and the like. */
export function handledInWords(handled: string, titleOf: (id: string) => string): string {
  const [what, id = ""] = handled.split(":");
  if (what === "taught") return `Стал формулировкой: «${titleOf(id)}»`;
  return what === "reviewed" ? "Просмотрен" : "Убран из списка: не наш вопрос";
}

export const DEAD_LETTERS = {
  inGroup: "в группе",
  retried: "Снова в очереди. Если ответить опять не получится, оно вернётся сюда.",
  dropped: "Убрано.",
  gone: "Этого в списке уже нет: его повторили или убрали раньше.",
} as const;
