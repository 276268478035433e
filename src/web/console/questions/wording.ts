// What the page of the questions says.
import type { NounForms } from "../../../text/plural.ts";
import { grouped } from "../parts/format.ts";

export const QUESTION_FORMS: NounForms = ["вопрос", "вопроса", "вопросов"];

export const TEACH = "Научить";

export const EMPTY_TITLE = "Таких вопросов нет";
export const WITHOUT_QUESTION = "Оценок, поставленных ответам из меню, здесь нет: за ними не стоит вопрос.";

export function onPaper(shown: number, total: number): string {
  return `Здесь ${shown} новых из ${grouped(total)}; все — в таблице, которую можно скачать на странице.`;
}

export function onlyHour(hour: string): string {
  return `с ${hour} до ${Number(hour) + 1} ч`;
}
