// What /stats says.
import type { Period } from "../../journal/period.ts";

export const STATS_DESCRIPTION = "Статистика вопросов: /stats сегодня, неделя, месяц, всё";
export const STATS_UNKNOWN_PERIOD =
  "Не понял, за какое время. Можно так: /stats месяц или /stats 14.";
export const STATS_NONE = "Вопросов не было.";
export const TOP_ENTRIES = "Чаще всего нужен ответ";
export const TOP_TOPICS = "Спрашивают о другом";
export const WORST_ENTRIES = "Ответы, которые не помогли";
export const UNANSWERED_BUTTON = "Вопросы без ответа";
export const PEOPLE_NOTE = "* Кто писал в разные дни, посчитан за каждый день.";

/** The periods that have a button, with what the button carries. */
export const STATS_PERIODS: readonly StatsPeriod[] = [
  {
    argument: "day",
    title: "Сегодня",
    words: ["день", "сегодня"],
    period: { kind: "days", count: 1 },
  },
  {
    argument: "week",
    title: "7 дней",
    words: ["неделя", "неделю"],
    period: { kind: "days", count: 7 },
  },
  { argument: "month", title: "30 дней", words: ["месяц"], period: { kind: "days", count: 30 } },
  {
    argument: "all",
    title: "Всё время",
    words: ["всё", "все", "всё время", "все время"],
    period: { kind: "all" },
  },
];

export interface StatsPeriod {
  readonly argument: string;
  readonly title: string;
  /** What people write for it. */
  readonly words: readonly string[];
  readonly period: Period;
}

export const PEOPLE = ["человек", "человека", "человек"] as const;
export const QUESTIONS = ["вопрос", "вопроса", "вопросов"] as const;

export function inChats(privately: number, inGroups: number): string {
  return `В личных чатах ${privately}, в чатах классов ${inGroups}`;
}

export function solvedByTap(count: number): string {
  return `, из них помогли ${count}`;
}

export function busiestHour(hour: number): string {
  return `Больше всего вопросов с ${hour} до ${hour + 1} ч`;
}
