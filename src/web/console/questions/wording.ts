// What the page of the questions says.
import type { NounForms } from "../../../text/plural.ts";

export const QUESTION_FORMS: NounForms = ["вопрос", "вопроса", "вопросов"];

export const TEACH = "Научить";

export const EMPTY_TITLE = "Таких вопросов нет";
export const WITHOUT_QUESTION =
  "Оценок, поставленных ответам из меню, здесь нет: за ними не стоит вопрос.";

export function onlyHour(hour: string): string {
  return `с ${hour} до ${Number(hour) + 1} ч`;
}
