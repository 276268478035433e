// What the bot says to administrators about the updates it gave up.
import { counted, type NounForms } from "../../text/plural.ts";

export const DEAD_LETTERS = "Отложенное: что бот не смог обработать";
export const NO_DEAD_LETTERS = "Отложенных сообщений нет: бот обработал всё, что пришло.";
export const DEAD_LETTERS_HEADING = "Отложено";
export const DEAD_LETTERS_HINT =
  "«Повторить» — бот попробует ответить ещё раз. «Убрать» — забыть сообщение без ответа.";
export const SHOW_DEAD_LETTERS = "Показать отложенное";
export const TAKEN_UP =
  "Сообщение снова в очереди. Если ответить опять не получится, оно вернётся сюда.";
export const DROPPED = "Сообщение убрано.";
export const NO_SUCH_DEAD_LETTER =
  "Этого сообщения в списке уже нет: его повторили или убрали раньше.";
export const IN_GROUP = "в группе";
export const WITHOUT_TEXT = "(без текста)";

/** What came. */
export type DeadLetterKind = "message" | "edited" | "tap" | "started" | "membership" | "other";

export const KINDS: Readonly<Record<DeadLetterKind, string>> = {
  message: "Сообщение",
  edited: "Исправленное сообщение",
  tap: "Нажатие кнопки",
  started: "Начало разговора",
  membership: "Бота добавили в группу или удалили из неё",
  other: "Неизвестное событие",
};

const TIMES = new Intl.DateTimeFormat("ru", {
  timeZone: "Europe/Moscow",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/** When it came, in Moscow. */
export function whenOf(at: number): string {
  return TIMES.format(at);
}

/** How an error is told to somebody who is no programmer; the first pattern that fits. */
const CAUSES: readonly (readonly [pattern: RegExp, words: (status: string) => string])[] = [
  [/MAX answered (403|404)/u, (status) => `MAX не дал ответить: чат недоступен боту (${status})`],
  [/MAX answered (429)/u, (status) => `MAX слишком долго просил подождать (${status})`],
  [/MAX answered (5\d\d)/u, (status) => `MAX долго не работал (${status})`],
  [/MAX answered (\d{3})/u, (status) => `MAX не принял ответ бота (${status})`],
  [/no answer within|no connection to MAX|asked for a pause/u, () => "MAX долго не отвечал"],
  [/^UsageError/u, () => "Мешает настройка бота: причина — в его журнале"],
  [/^OutsideError/u, () => "Не работали диск, база данных или сеть"],
  [/took longer than/u, () => "Бот слишком долго готовил ответ"],
];

export function causeOf(error: string): string {
  for (const [pattern, words] of CAUSES) {
    const match = pattern.exec(error);
    if (match !== null) return words(match[1] ?? "");
  }
  return `Ошибка в программе: ${error}`;
}

const UPDATES: NounForms = ["сообщение", "сообщения", "сообщений"];

export function newDeadLetters(count: number): string {
  return `⚠️ Бот не смог обработать ${counted(count, UPDATES)} после нескольких попыток.`;
}

export function retryTitle(number: number): string {
  return `${number}. Повторить`;
}

export function dropTitle(number: number): string {
  return `${number}. Убрать`;
}
