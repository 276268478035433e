// What the page of unanswered questions says; what the talk in MAX says of the same things is said in its words.
import type { Pool } from "../../../journal/open-group.ts";
import type { UnansweredList } from "../../../console/unanswered/unanswered-api.ts";
import { counted } from "../../../text/plural.ts";
import { UNDO } from "../../../dialog/admin/teach-wording.ts";

export {
  GOT_ANSWER,
  howOften,
  NOW_ANSWERS,
  NOW_OFFERS,
  NOW_SILENT,
  UNDO,
} from "../../../dialog/admin/teach-wording.ts";

export const TITLE = "Без ответа";

export const POOL_TITLES: Readonly<Record<Pool, string>> = {
  unanswered: "Не нашёл ответа",
  disliked: "Ответ не помог",
};

export const POOLS_LABEL = "Какие вопросы показать";
export const LIST_LABEL = "Группы похожих вопросов";
export const TEACH_HINT: Readonly<Record<Pool, string>> = {
  unanswered: "О чём это? Нажмите — и бот запомнит эту формулировку.",
  disliked:
    "Если вопрос понят не так, выберите, о чём он на самом деле. Если ответ неясен или устарел, исправьте его.",
};
export const NO_GUESSES = "Похожих вопросов в содержании нет.";
export const NOTHING_TO_LEARN =
  "Без скрытых данных (телефонов, ссылок, номеров) от вопроса не остаётся слов, по которым его можно узнать. Научить ему нельзя.";
export const OTHER_ANSWER = "Другой ответ…";
export const NEW_ENTRY = "Новая запись";
export const EDIT_ANSWER = "Исправить ответ";
export const DISMISS: Readonly<Record<Pool, string>> = {
  unanswered: "Не к нам",
  disliked: "Разобрано",
};
export const TOPIC = "тема";
export const PICKER_TITLE = "О чём этот вопрос?";
export const PICKER_SEARCH = "Найти запись";
export const PICKER_HINT = "Слово из вопроса или из формулировок";
export const PICKER_NOTHING = "Ничего не нашлось. Может быть, нужна новая запись?";
export const PICKER_LIST = "Записи";

export const DISMISS_TITLE = "Вопрос не к нам";
export const DISMISS_HINT =
  "Если есть тема, которая подсказывает, куда обратиться, добавьте вопрос к ней — бот будет отвечать. Или уберите его из списка: похожие вопросы тоже не будут появляться.";
export const DISMISS_TOPICS = "Добавить к теме";
export const DISMISS_HIDE = "Убрать из списка";
export const CANCEL = "Отмена";

export const TEACH = "Научить:";
export const WORDS_FOR = "За:";
export const WORDS_AGAINST = "Против:";

export const LEARNED = "Готово.";
export const BACK_AGAIN = "Вопрос снова в списке.";
export const DONE_TITLE = "Сделано только что";
export const FRESH = "новое";
export const IN_CONFLICT =
  "Файл содержания только что изменился. Обновите список и попробуйте ещё раз.";

export const EMPTY_TITLE: Readonly<Record<Pool, string>> = {
  unanswered: "Всё разобрано",
  disliked: "Никто не жалуется",
};

export function emptyText(pool: Pool, days: number): string {
  const period = `За последние ${counted(days, ["день", "дня", "дней"])}`;
  return pool === "unanswered"
    ? `${period} не осталось вопросов, на которые бот не нашёл ответа. Новые появятся здесь сами.`
    : `${period} нет неразобранных ответов с оценкой «не помог».`;
}

export function heading({ total: count, days }: UnansweredList): string {
  const groups = counted(count, ["группа вопросов", "группы вопросов", "групп вопросов"]);
  return `${groups} за ${counted(days, ["день", "дня", "дней"])}`;
}

export function moreWordings(count: number): string {
  return `ещё ${counted(count, ["формулировка", "формулировки", "формулировок"])}`;
}

export function nearTo(phrase: string): string {
  return `похоже на «${phrase}»`;
}

export function surePercent(percent: number): string {
  return `уверенность ${percent === 0 ? "меньше\u00A01" : percent}\u00A0%`;
}

export function undoOf(text: string): string {
  return `${UNDO}: ${text}`;
}

export function foundInWords(count: number): string {
  return `Найдено: ${count}`;
}

/** "✓ Сейчас бот отвечает: «…»" in one line. */
export function quoted(titles: readonly string[]): string {
  return titles.map((title) => `«${title}»`).join(", ");
}

export function taughtPhrase(phrase: string): string {
  return `Запомнит: «${phrase}»`;
}
