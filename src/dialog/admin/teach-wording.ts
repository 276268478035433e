// What the bot says to administrators while they teach it.
import type { Change } from "../../faq/edit/edit.ts";
import { counted } from "../../text/plural.ts";
import { REASON_LABELS } from "../../journal/wording.ts";
import type { Pool } from "../../journal/open-group.ts";
import type { VoteReason } from "../../journal/records.ts";

export const UNANSWERED = "Вопросы без ответа: научить бота";

export const UNANSWERED_HEADING = "Вопросы без ответа";
export const DISLIKED_HEADING = "Ответы, которые не помогли 👎";
export const LIST_HINT = "Выберите вопрос, чтобы научить бота или убрать его из списка.";
export const TO_UNANSWERED = "Вопросы без ответа";
/** The button that opens the wizard. */
export const NEW_TOPIC = "Новая тема";
export const TO_LIST = "← К списку";
export const TO_QUESTION = "← К вопросу";

export const CHOOSE_HINT = "К какому вопросу из содержания это относится? Выберите — и бот запомнит эту формулировку.";
export const OTHER_QUESTION = "Другой вопрос…";
export const TOPICS = "Другая тема…";
export const NOT_FOR_US = "Не для нас";
export const REVIEWED = "Разобрано";
export const REVIEW_HINT =
  "Если вопрос понят не так, выберите, к какому он относится на самом деле, — и бот запомнит эту формулировку. " +
  "Если ответ непонятен или устарел, исправьте его в файле и нажмите «Разобрано».";
export const CHOOSE_CATEGORY = "В каком разделе нужный вопрос?";
export const CHOOSE_ENTRY = "К какому вопросу это относится?";
export const CHOOSE_TOPIC = "К какой теме это относится?";

export const GONE = "Этот вопрос уже разобран или удалён по сроку хранения.";
export const NOTHING_TO_LEARN =
  "Если убрать скрытые данные (телефоны, ссылки, номера), от вопроса не остаётся слов, по которым его можно узнать.";
export const UNDO = "Отменить";
export const RETURN_TO_LIST = "Вернуть в список";
export const PASTED = "Готово, я вписал";
export const COPY_LINES = "Скопировать строки";
export const REFUSED = "Не получилось.";
export const HIDDEN_NOW = "Убрано из списка. Похожие вопросы тоже не будут в нём появляться.";
export const REVIEWED_NOW = "Убрано из списка.";
export const SHOWN_AGAIN = "Вопрос снова в списке.";
export const MARKED_PASTED = "Вопрос убран из списка. Когда файл сохранён, бот отвечает по нему сразу.";
export const CANNOT_WRITE = "Бот не может сам менять файл: у него нет права на запись. Впишите вручную:";
export const NOT_LIVE_YET = "Файл записан, но пока не работает: в содержании есть ошибка, её покажет /check.";
export const TEACH = "Научить бота";

export function emptyList(pool: Pool, days: number): string {
  const period = `За последние ${counted(days, ["день", "дня", "дней"])}`;
  return pool === "unanswered"
    ? `${period} нет вопросов, которые остались без ответа.`
    : `${period} нет ответов с оценкой 👎, которые ещё не разобраны.`;
}

export function periodOf(days: number): string {
  return `за ${counted(days, ["день", "дня", "дней"])}`;
}

export function toDisliked(count: number): string {
  return `👎 Не помогли: ${count}`;
}

// A time of Moscow is what the administrators of a school there expect, wherever the bot runs.
const DAY = new Intl.DateTimeFormat("ru", {
  timeZone: "Europe/Moscow",
  day: "numeric",
  month: "long",
});

export function howOften(times: number, people: number, lastAt: number): string {
  const asked = counted(times, ["раз", "раза", "раз"]);
  const askers = counted(people, ["человек", "человека", "человек"]);
  return `${asked}, ${askers}, последний раз ${DAY.format(lastAt)}`;
}

export const VARIANTS = "Спрашивали и так:";
export const NOW_ANSWERS = "✓ Сейчас бот отвечает:";
export const NOW_OFFERS = "Сейчас бот предлагает на выбор:";
export const NOW_SILENT = "Сейчас бот говорит, что не знает ответа.";
export const GOT_ANSWER = "Бот ответил:";

export const REASONS: Readonly<Record<VoteReason, string>> = {
  ...REASON_LABELS,
  // Beside the answer that was given.
  "not-my-question": "не о том",
};

export function learned(phrase: string, title: string): string {
  return `Готово: «${phrase}» теперь относится к вопросу «${title}».`;
}

export function undone(change: Change): string {
  switch (change.kind) {
    case "phrase":
      return `Отменено: фразы «${change.phrase}» в содержании больше нет.`;
    case "moved":
      return `Отменено: фраза «${change.phrase}» снова там, где была.`;
    case "entry":
      return "Отменено: новой темы в содержании больше нет.";
    case "item":
      return "Отменено: снова так, как было до правки.";
  }
}

/** Of an undo that was taken back. */
export function redone(change: Change): string {
  switch (change.kind) {
    case "phrase":
      return `Возвращено: фраза «${change.phrase}» снова в содержании.`;
    case "moved":
      return `Возвращено: фраза «${change.phrase}» снова перенесена.`;
    case "entry":
      return "Возвращено: новая тема снова в содержании.";
    case "item":
      return "Возвращено: снова так, как было после правки.";
  }
}

/** Where lines go: after which line of the file, and in place of how many. */
export function pastePlace(afterLine: number, replacedLines: number, isDeletion: boolean): string {
  const where = afterLine === 0 ? "в начале файла" : `после строки ${afterLine}`;
  const lines = counted(replacedLines, ["строку", "строки", "строк"]);
  if (isDeletion) return `Удалите ${lines} ${where}.`;
  return replacedLines === 0 ? `Вставьте ${where}:` : `Замените ${lines} ${where} на:`;
}
