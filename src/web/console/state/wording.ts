// What the page of the state says.
import { counted, type NounForms } from "../../../text/plural.ts";
import type { State } from "../../../console/state/state-api.ts";

const ONE_TROUBLE = "Есть неполадка";
const TROUBLES: NounForms = ["неполадка", "неполадки", "неполадок"];
export const KINDS = { ok: "В порядке", trouble: "Неполадка", standby: "В резерве" } as const;

export const TRANSPORTS: Readonly<Record<State["transport"], string>> = {
  polling: "опрос MAX (long polling)",
  webhook: "вебхук",
  preview: "локальный MAX: сообщения не уходят с этого компьютера",
};
export const STORES: Readonly<Record<State["store"], string>> = {
  sqlite: "SQLite",
  postgres: "PostgreSQL",
};

const ENTRIES: NounForms = ["вопрос", "вопроса", "вопросов"];
const PHRASES: NounForms = ["формулировка", "формулировки", "формулировок"];
const MESSAGES: NounForms = ["сообщение", "сообщения", "сообщений"];

export const DEAD_LETTERS = "Отложенные сообщения";
export const DROP = "Убрать";

export function sizeInWords(entries: number, phrases: number): string {
  return `${counted(entries, ENTRIES)}, ${counted(phrases, PHRASES)}`;
}

export function messages(count: number): string {
  return counted(count, MESSAGES);
}

export function troubles(count: number): string {
  return count === 1 ? ONE_TROUBLE : `Есть ${counted(count, TROUBLES)}`;
}
