// What the overview says.
import { counted, type NounForms } from "../../../text/plural.ts";
import { percent } from "../../../journal/wording.ts";
import type { Unit } from "./bars.ts";

export const NO_VOTES = "Оценок нет";
const VOTES_OF: NounForms = ["оценки", "оценок", "оценок"];
export const QUESTION_FORMS: NounForms = ["вопрос", "вопроса", "вопросов"];

const NOTHING_BEFORE = "Раньше вопросов не было";
const SAME_AS_BEFORE = "Как и раньше";

export const BY_DAYS: Readonly<Record<Unit, string>> = {
  days: "Вопросы по дням",
  weeks: "Вопросы по неделям",
  months: "Вопросы по месяцам",
};
export const UNITS: Readonly<Record<Unit | "hours", string>> = {
  days: "День",
  weeks: "Неделя",
  months: "Месяц",
  hours: "Час",
};

/** "на 12 % больше, чем раньше"; nothing is more than nothing. */
export function changeOfCount(now: number, before: number): string {
  if (before === 0) return now === 0 ? SAME_AS_BEFORE : NOTHING_BEFORE;
  const percent = Math.round((now / before - 1) * 100);
  if (percent === 0) return SAME_AS_BEFORE;
  // Ten times as many is no matter of percent.
  if (percent >= 1000) return "Во много раз больше, чем раньше";
  return `На ${Math.abs(percent)}\u00A0% ${percent > 0 ? "больше" : "меньше"}, чем раньше`;
}

/** Of shares 0…1; undefined where there was nothing to be solved before. */
export function changeOfShare(now: number, before: number | undefined): string {
  if (before === undefined) return NOTHING_BEFORE;
  const points = Math.round(now * 100) - Math.round(before * 100);
  if (points === 0) return SAME_AS_BEFORE;
  return `Раньше ${Math.round(before * 100)}\u00A0%`;
}

/** Of 0…1. */
export function howSure(confidence: number | undefined): string | undefined {
  return confidence === undefined ? undefined : `уверен на ${percent(confidence, 1)}`;
}

export function wasBefore(count: number): string {
  return `Раньше ${count}`;
}

/** What a screen reader hears of a plot instead of seeing it. */
export function plotInWords(title: string, total: string, busiest: string | undefined): string {
  return busiest === undefined ? `${title}: ${total}.` : `${title}: ${total}. Больше всего: ${busiest}.`;
}

export function perPerson(average: number): string {
  return `В среднем ${AVERAGE.format(average)} на человека`;
}

export function outOfVotes(count: number): string {
  return `Из ${counted(count, VOTES_OF)}`;
}

/** "12 раз", said after the title of an entry. */
export function times(count: number): string {
  return counted(count, ["раз", "раза", "раз"]);
}

const AVERAGE = new Intl.NumberFormat("ru", { maximumFractionDigits: 1 });
