// What the page of the content says.
import { counted } from "../../../text/plural.ts";
import type { Field } from "./list/find.ts";
import type { Care, ItemKind } from "./items.ts";
import type { Filter } from "./list/list.ts";

export const TITLE = "Содержание";
export const NEW_ENTRY = "Новая запись";
export const HISTORY = "История";
export const UNDO = "Отменить";

export const KINDS: Readonly<Record<ItemKind, string>> = {
  entry: "Вопросы",
  topic: "Темы",
  smalltalk: "Разговор",
};
export const KIND_HINTS: Readonly<Record<ItemKind, string>> = {
  entry: "",
  topic: "О чём спрашивают, хотя это не к школе: бот подсказывает, куда обратиться.",
  smalltalk: "Приветствия, благодарности, «кто ты»: бот отвечает, но не ищет среди вопросов.",
};

export const FILTERS: Readonly<Record<Filter, string>> = {
  all: "Все",
  care: "Требуют внимания",
};

export const NOTHING_FOUND = "Ничего не нашлось";

export const FIELDS: Readonly<Record<Field, string>> = {
  button: "кнопка",
  id: "имя",
  phrases: "фраза",
  answer: "ответ",
};

export const DRAFTS = "Правки, которых в боте ещё нет";

export function foundInWords(count: number): string {
  return count === 0 ? NOTHING_FOUND : `Нашлось: ${counted(count, ["запись", "записи", "записей"])}`;
}

export function hint(file: string, days: number): string {
  return `Файл ${file}. Сколько раз спросили и как оценили — за ${counted(days, ["день", "дня", "дней"])}.`;
}

export function votesInWords(up: number, down: number): string {
  const helped = `помогло ${counted(up, ["раз", "раза", "раз"])}`;
  return `${helped}, не помогло ${counted(down, ["раз", "раза", "раз"])}`;
}

export function careInWords(care: Care): string {
  switch (care.kind) {
    case "disliked":
      return "чаще не помогает";
    case "warned":
      return counted(care.count, ["предупреждение", "предупреждения", "предупреждений"]);
  }
}
