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

export const POOL_TITLES: Readonly<Record<Pool, string>> = {
  unanswered: "Не решено",
  disliked: "Ответ не помог",
};

export const TEACH_HINT: Readonly<Record<Pool, string>> = {
  unanswered: "О чём это? Нажмите — и бот запомнит эту формулировку.",
  disliked: "Если вопрос понят не так, выберите, о чём он на самом деле. Если ответ неясен или устарел, исправьте его.",
};
export const NOT_FOR_US = "Не к нам";
export const REVIEWED = "Разобрано";

export const EMPTY_TITLE: Readonly<Record<Pool, string>> = {
  unanswered: "Всё разобрано",
  disliked: "Никто не жалуется",
};

export const DIALOG_TITLES: Readonly<Record<"picker" | "dismiss", string>> = {
  picker: "О чём этот вопрос?",
  dismiss: "Вопрос не к нам",
};
export const LIST_HINT =
  "Если есть тема, которая подсказывает, куда обратиться, добавьте вопрос к ней — бот будет отвечать. " +
  "Или уберите его из списка «Без ответа»: похожие вопросы тоже не будут появляться.";
export const TOPIC_HINT =
  "Выберите тему, которая подсказывает, куда обратиться, — бот запомнит за ней эту формулировку.";
export const CANNOT_TEACH =
  "Без скрытых данных (телефонов, ссылок, номеров) от вопроса не остаётся слов, по которым его можно узнать. Научить ему нельзя.";

export function emptyText(pool: Pool, days: number): string {
  const period = `За последние ${counted(days, ["день", "дня", "дней"])}`;
  return pool === "unanswered"
    ? `${period} не осталось нерешённых вопросов. Новые появятся здесь сами.`
    : `${period} нет неразобранных ответов с оценкой «не помог».`;
}

export function heading({ total: count, days }: UnansweredList): string {
  const groups = counted(count, ["группа вопросов", "группы вопросов", "групп вопросов"]);
  return `${groups} за ${counted(days, ["день", "дня", "дней"])}`;
}

export function moreWordings(count: number): string {
  return `ещё ${counted(count, ["формулировка", "формулировки", "формулировок"])}`;
}

export function surePercent(percent: number): string {
  return `уверенность ${percent === 0 ? "меньше\u00A01" : percent}\u00A0%`;
}

export function undoOf(text: string): string {
  return `${UNDO}: ${text}`;
}

/** "✓ Сейчас бот отвечает: «…»" in one line. */
export function quoted(titles: readonly string[]): string {
  return titles.map((title) => `«${title}»`).join(", ");
}
