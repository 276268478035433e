// What the bot says to administrators about the file that it answers from.
import { wordTally, wordWarnings, type Tally } from "../../faq/tally.ts";

export const CHECK = "Проверить содержание: ошибки и советы";
export const RELOAD = "Перечитать файл с содержанием";

export const REJECTED =
  "Сохранённое содержание не принято: в нём ошибки. Пока их не исправят, бот отвечает по-прежнему.";
export const LIVE_WITH_FAULTS =
  "Бот запущен, но на часть вопросов отвечает не так, как должен по questions.yaml:";
export const MENDED = "Содержание исправлено и уже работает";
export const ALL_WELL = "Всё в порядке";
export const RELOADED = "Новое содержание уже работает";
export const UNCHANGED = "Файл не менялся: бот отвечает по нему";
export const CANNOT_CHECK = "Проверить не удалось.";

export const SHOW_ALL = "Показать всё";
export const CHECK_AGAIN = "Проверить ещё раз";

export function tallied(tally: Tally): string {
  return `Проверка содержания: ${wordTally(tally)}`;
}

export function casesHold(count: number): string {
  return `Проверочные вопросы: ${count}, на все бот отвечает как надо.`;
}

export function withWarnings(count: number): string {
  return `Есть ${wordWarnings(count)}: /check`;
}

export function andMore(count: number): string {
  return `… и ещё ${count}`;
}

/** "faq.yaml, строка 12" */
export function placeInFile(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}, строка ${line}`;
}

export const SEVERITY = { error: "ошибка", warning: "предупреждение" } as const;
