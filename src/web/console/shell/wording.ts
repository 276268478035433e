// What the frame around the pages says.

export const CONSOLE = "Пульт";
export const SKIP = "К содержанию страницы";
export const NAVIGATION = "Разделы";
export const MORE = "Ещё";
export const CHAT = "Чат";
export const SIGN_OUT = "Выйти";
export const CLOSE = "Закрыть";
export const CANCEL = "Отмена";
export const RETRY = "Попробовать снова";
export const LOADING = "Загружается…";

export const OFFLINE = "Нет связи с программой. Пульт подключится сам, как только она ответит.";
export const UNREACHABLE = "Нет связи с программой. Проверьте, что она запущена.";
export const NOT_OURS = "Вместо программы ответил кто-то другой. Перезагрузите страницу.";
export const FAILED_TITLE = "Не получилось загрузить";
export const CRASHED_TITLE = "Страница сломалась";
export const CRASHED =
  "Это ошибка пульта, ваши данные целы. Перезагрузите страницу; если не поможет, сообщите тому, кто ведёт бота.";
export const OUTDATED_TITLE = "Пульт обновился";
export const OUTDATED = "Перезагрузите страницу, чтобы работать с новой версией.";
export const RELOAD = "Перезагрузить";

export const SIGN_IN = "Войти";
export const SIGN_IN_HINT = "Ключ задаёт тот, кто запускает бота, в настройке CONSOLE_TOKEN.";
export const TOKEN = "Ключ доступа";
export const SHOW_TOKEN = "Показать ключ";
export const TOKEN_MISSING = "Введите ключ доступа.";
export const SESSION_ENDED = "Сеанс закончился. Войдите ещё раз.";
export const LEAVE_TITLE = "Уйти без сохранения?";
export const LEAVE_TEXT = "Изменения на этой странице не сохранены и пропадут.";
export const LEAVE = "Уйти";
export const STAY = "Остаться";

export function refused(status: number): string {
  return `Программа ответила ошибкой ${status}. Попробуйте ещё раз.`;
}
