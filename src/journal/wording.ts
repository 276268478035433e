// How figures and items are called: the words that the chat, the chart and the report share.
import { type OpenReason, VOTE_REASONS, type VoteReason } from "./records.ts";
import type { Outcome } from "../faq/outcome.ts";
import type { Day } from "./moscow-time.ts";
import type { EntryVotes, Figures } from "./figures.ts";
import { titleIn, type Faq } from "../faq/faq.ts";

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  answer: "Ответил",
  topic: "Направил",
  suggest: "Переспросил",
  none: "Не знал ответа",
  smalltalk: "Разговор",
};

export const SOLVED = "Решено";
export const ASKED_AGAIN = "Спросили снова";
/** How it is counted, wherever it is shown. */
export const HOW_SOLVED =
  "Решено: ответил, уверенно направил или помог вариант, и за 10 минут — ни «не помогло», ни «не то», ни того же вопроса " +
  "снова, ни передачи человеку.";

/** Why a question is left to an administrator. */
export const OPEN_LABELS: Readonly<Record<OpenReason, string>> = {
  unknown: "не знал ответа",
  "left-open": "вариант не выбрали",
  disliked: "не помогло",
  "asked-again": "спросили снова",
  "handed-over": "передали человеку",
  "not-that": "не то",
  unsure: "бот не уверен",
};

/** "не знал ответа — 3, спросили снова — 1" */
export function whyInWords(why: ReadonlyMap<OpenReason, number>): string {
  return Array.from(why, ([reason, count]) => `${OPEN_LABELS[reason]} — ${count}`).join(", ");
}

type Told = Pick<Figures, "outcomes" | "asked" | "solved" | "confidence">;

/** "8 (67 %, уверенность 93 %)" */
export function outcomeInWords(figures: Told, outcome: Outcome): string {
  const count = figures.outcomes[outcome];
  if (outcome === "smalltalk") return `${count}`;
  const sure = figures.confidence[outcome];
  const how = sure === undefined ? "" : `, уверенность ${percent(sure, 1)}`;
  return `${count} (${percent(count, figures.asked)}${how})`;
}

/** "8 из 12 (67 %)" */
export function solvedInWords({ solved, asked }: Told): string {
  return `${solved} из ${asked} (${percent(solved, asked)})`;
}

export const REASON_LABELS: Readonly<Record<VoteReason, string>> = {
  "not-my-question": "не мой вопрос",
  unclear: "непонятно",
  outdated: "устарело",
};

/** "непонятно 3, устарело 1"; empty where nobody gave a reason. */
export function reasonsInWords(reasons: EntryVotes["reasons"]): string {
  return VOTE_REASONS.filter((reason) => reasons[reason] > 0)
    .map((reason) => `${REASON_LABELS[reason]} ${reasons[reason]}`)
    .join(", ");
}

export const CHART_TITLE = "Вопросы к боту";
export const NO_QUESTIONS = "За это время вопросов не было";
export const BY_HOURS = "по часам";
export const BY_DAYS = "по дням";
export const BY_WEEKS = "по неделям";
export const BY_MONTHS = "по месяцам";
export const WEEKDAYS: readonly string[] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];

const REMOVED_ENTRY = "удалённый вопрос";

const DATES = new Intl.DateTimeFormat("ru", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "25 ноября 2026", "19–25 ноября 2026" */
export function daysInWords(first: Day, last: Day): string {
  return DATES.formatRange(Date.parse(first), Date.parse(last)).replaceAll(/\s*г\./gu, "");
}

/** "25.11" */
export function shortDay(day: Day): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}`;
}

/** "11.26" */
export function shortMonth(day: Day): string {
  return `${day.slice(5, 7)}.${day.slice(2, 4)}`;
}

/** "53 %", whole, with a no-break space; nothing of nothing is "0 %". */
export function percent(part: number, whole: number): string {
  return `${percentOf(part, whole)}\u00a0%`;
}

export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}

/** Ids to what people read. */
export type Titles = (id: string) => string;

/** Titles of at most so many characters. What is no longer in the content is named by its id. */
export function createTitles(faq: Faq, maxLength = Infinity): Titles {
  return (id) => cut(titleIn(faq, id) ?? `${REMOVED_ENTRY} «${id}»`, maxLength);
}

function cut(title: string, maxLength: number): string {
  const characters = Array.from(title);
  return characters.length <= maxLength
    ? title
    : `${characters
        .slice(0, maxLength - 1)
        .join("")
        .trimEnd()}…`;
}
