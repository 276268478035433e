// What the page of the questions says.
import type { NounForms } from "../../../text/plural.ts";

export const TITLE = "Вопросы";
export const HINT = "Личные данные скрыты до записи";
export const SEARCH = "Найти в тексте";
export const OUTCOME = "Что получилось";
export const QUESTION_FORMS: NounForms = ["вопрос", "вопроса", "вопросов"];
export const CLEAR = "Убрать все условия";
export const MORE = "Показать ещё";
export const LIST = "Вопросы, сначала новые";

export const PRIVATE = "личный чат";
export const GROUP = "чат класса";
export const DISLIKED = "Ответ не помог";
export const TAPPED = "помогла подсказка:";
export const NOT_TAPPED = "ни один вариант не выбран";
export const CERTAINTY = "уверенность";

export const ONLY_DISLIKED = "ответ не помог";
export const ONLY_BY_TAP = "помогла подсказка";
export const ONLY_SOLVED = "решено";
export const REMOVE_FILTER = "Убрать условие";

export const EMPTY_TITLE = "Таких вопросов нет";
export const EMPTY = "Измените период или уберите условия.";
export const WITHOUT_QUESTION =
  "Оценок, поставленных ответам из меню, здесь нет: за ними не стоит вопрос.";
export const EMPTY_PERIOD = "За эти дни боту никто не писал. Выберите период подлиннее.";

export function onlyHour(hour: string): string {
  return `с ${hour} до ${Number(hour) + 1} ч`;
}

export function onlyItem(title: string): string {
  return `«${title}»`;
}
