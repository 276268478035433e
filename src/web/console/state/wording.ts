// What the page of the state says.
import { counted, type NounForms } from "../../../text/plural.ts";
import type { State } from "../../../console/state/state-api.ts";

export const TITLE = "Состояние";
export const ALL_WELL = "Всё работает";
const ONE_TROUBLE = "Есть неполадка";
const TROUBLES: NounForms = ["неполадка", "неполадки", "неполадок"];
export const CHECKS = "Проверки";
export const KINDS = { ok: "В порядке", trouble: "Неполадка", standby: "В резерве" } as const;

export const PROGRAM = "Программа";
export const RUNNING = "Работает";
export const TRANSPORT = "Способ доставки";
export const BOT = "Бот";
export const STORE = "База данных";
export const QUEUE = "В очереди";
export const QUEUE_EMPTY = "пусто";
export const QUEUE_UNKNOWN = "неизвестно: база данных не отвечает";
export const LAST_UPDATE = "Последнее сообщение";
export const LAST_HEARD = "MAX отвечал";
export const NEVER = "ещё не было";
export const JUST_NOW = "только что";

export const TRANSPORTS: Readonly<Record<State["transport"], string>> = {
  polling: "опрос MAX (long polling)",
  webhook: "вебхук",
  preview: "локальный MAX: сообщения не уходят с этого компьютера",
};
export const STORES: Readonly<Record<State["store"], string>> = {
  sqlite: "SQLite",
  postgres: "PostgreSQL",
};

export const CONTENT = "Содержание";
export const FILE = "Файл";
export const VERSION = "Версия";
export const SIZE = "Размер";
export const CONTENT_FINE = "В работе то, что записано в файле.";
export const FAULTS_TITLE = "Последняя правка файла не принята";
export const FAULTS_HINT =
  "Бот отвечает по прежнему содержанию. Исправьте файл, и он подхватит его сам:";
const ENTRIES: NounForms = ["вопрос", "вопроса", "вопросов"];
const PHRASES: NounForms = ["формулировка", "формулировки", "формулировок"];
const MESSAGES: NounForms = ["сообщение", "сообщения", "сообщений"];

export const DEAD_LETTERS = "Отложенные сообщения";
export const DEAD_LETTERS_HINT =
  "Бот не смог их обработать и отложил, чтобы отвечать остальным. Текст не показан: это чьи-то личные сообщения.";
export const DEAD_LETTERS_NONE = "Отложенных сообщений нет";
export const DEAD_LETTER_WHAT = "Что это";
export const DEAD_LETTER_WHEN = "Когда пришло";
export const DEAD_LETTER_WHY = "Почему не вышло";
export const DEAD_LETTER_DO = "Что сделать";
export const RETRY = "Повторить";
export const DROP = "Убрать";
export const DROP_TITLE = "Убрать сообщение?";
export const DROP_TEXT = "Бот так и не ответит на него. Вернуть его будет нельзя.";

export function sizeInWords(entries: number, phrases: number): string {
  return `${counted(entries, ENTRIES)}, ${counted(phrases, PHRASES)}`;
}

export function messages(count: number): string {
  return counted(count, MESSAGES);
}

export function oldestWaits(duration: string): string {
  return `, первое ждёт ${duration}`;
}

export function ago(duration: string): string {
  return `${duration} назад`;
}

export function since(duration: string, moment: string): string {
  return `${duration}, с ${moment}`;
}

export function troubles(count: number): string {
  return count === 1 ? ONE_TROUBLE : `Есть ${counted(count, TROUBLES)}`;
}
