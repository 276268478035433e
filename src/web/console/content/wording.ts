// What the page of the content says.
import { counted } from "../../../text/plural.ts";
import type { Field } from "./list/find.ts";
import type { Care, ItemKind } from "./items.ts";
import type { Filter, Order } from "./list/list.ts";

export const TITLE = "Содержание";
export const NEW_ENTRY = "Новая запись";
export const HISTORY = "История";
export const TO_LIST = "К содержанию";
export const UNDO = "Отменить";

export const KINDS: Readonly<Record<ItemKind, string>> = {
  entry: "Вопросы",
  topic: "Темы",
  smalltalk: "Разговор",
};
export const KINDS_LABEL = "Что показать";
export const KIND_HINTS: Readonly<Record<ItemKind, string>> = {
  entry: "",
  topic: "О чём спрашивают, хотя это не к школе: бот подсказывает, куда обратиться.",
  smalltalk: "Приветствия, благодарности, «кто ты»: бот отвечает, но не ищет среди вопросов.",
};

export const FILTER_LABEL = "Какие показать";
export const FILTERS: Readonly<Record<Filter, string>> = {
  all: "Все",
  care: "Требуют внимания",
  drafts: "Черновики",
};
export const ORDER_LABEL = "Порядок";
export const ORDERS: Readonly<Record<Order, string>> = {
  file: "Как в файле",
  care: "Важные сверху",
  asked: "Частые сверху",
  phrases: "Мало фраз — сверху",
  checked: "Непроверенные сверху",
};

export const SEARCH = "Найти в содержании";
export const SEARCH_HINT = "Слова из вопроса, фразы или ответа";
export const FOUND_LABEL = "Найденное";
export const NOTHING_FOUND = "Ничего не нашлось";
export const NOTHING_FOUND_HINT = "Попробуйте другое слово или часть слова.";
export const NOTHING_HERE = "Здесь пусто";
export const NO_CARE = "Всё в порядке: ни предупреждений, ни плохих оценок.";
export const NO_DRAFTS = "Несохранённых правок нет.";

export const FIELDS: Readonly<Record<Field, string>> = {
  button: "кнопка",
  id: "имя",
  phrases: "фраза",
  answer: "ответ",
};

export const QUESTION = "Вопрос";
export const NAME = "Имя";
export const ASKED = "Спросили";
export const VOTES = "Оценки";
export const PHRASES = "Фразы";
export const CHECKED = "Проверено";
export const NO_VOTES = "—";
export const NEVER_CHECKED = "—";
export const DRAFT = "черновик";

export const FAULTS = "Файл на диске не принят — бот отвечает по прежней версии";
export const WARNINGS = "Предупреждения обо всём файле";
export const DRAFTS = "Правки, которых в боте ещё нет";
export const TRY_DRAFTS = "Опробовать черновик";
export const UNTITLED = "Без вопроса";

export const GONE_TITLE = "Такой записи нет";
export const GONE = "Возможно, её удалили или переименовали в файле.";

export const HISTORY_HINT =
  "Что менялось из пульта и из чата: новое сверху. Любую правку можно отменить.";
export const HISTORY_EMPTY = "Правок пока не было";
export const HISTORY_EMPTY_HINT =
  "Здесь появится каждая правка, сделанная из пульта или из чата администратора.";
export const NO_DIFF = "Что именно изменилось, уже не узнать: резервной копии нет.";

export function foundInWords(count: number): string {
  return count === 0
    ? NOTHING_FOUND
    : `Нашлось: ${counted(count, ["запись", "записи", "записей"])}`;
}

export function hint(file: string, days: number): string {
  return `Файл ${file}. Сколько раз спросили и как оценили — за ${counted(days, ["день", "дня", "дней"])}.`;
}

/** "15.09.2025" of an ISO date; no time zone comes in, as it would with Date. */
export function dateInWords(isoDate: string): string {
  return isoDate.split("-").toReversed().join(".");
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

export const SHOW_DIFF = "Что изменилось в файле";

export function undoLabel(title: string): string {
  return `Отменить: ${title}`;
}

export const WARNINGS_OF_CHECK = "Что советует поправить проверка";

export const UNDONE = "отменена";
