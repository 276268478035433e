// The text of /stats and its buttons: the figures of a period, short enough for a phone.
import type { Faq } from "../../faq/faq.ts";
import { counted } from "../../text/plural.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { OUTCOMES, type Outcome } from "../../faq/outcome.ts";
import { sumOf } from "../../journal/counts.ts";
import type { Figures, ItemCount, EntryVotes } from "../../journal/figures.ts";
import type { Period } from "../../journal/moscow-time.ts";
import {
  ASKED_AGAIN,
  createTitles,
  daysInWords,
  HOW_SOLVED,
  OUTCOME_LABELS,
  outcomeInWords,
  reasonsInWords,
  SOLVED,
  solvedInWords,
} from "../../journal/wording.ts";
import { adminButton } from "../buttons.ts";
import type { Button, OutMessage } from "../reply.ts";

export const STATS_DESCRIPTION = "Статистика вопросов: /stats сегодня, неделя, месяц, всё";
const STATS_UNKNOWN_PERIOD = "Не понял, за какое время. Можно так: /stats месяц или /stats 14.";
const STATS_NONE = "Вопросов не было.";
const TOP_ENTRIES = "Чаще всего нужен ответ";
const TOP_TOPICS = "Спрашивают о другом";
const WORST_ENTRIES = "Ответы, которые не помогли";
const UNANSWERED_BUTTON = "Вопросы без ответа";
const PEOPLE_NOTE = "* Кто писал в разные дни, посчитан за каждый день.";

/** The periods that have a button, with what the button carries. */
const STATS_PERIODS: readonly StatsPeriod[] = [
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

interface StatsPeriod {
  readonly argument: string;
  readonly title: string;
  /** What people write for it. */
  readonly words: readonly string[];
  readonly period: Period;
}

const PEOPLE = ["человек", "человека", "человек"] as const;
const QUESTIONS = ["вопрос", "вопроса", "вопросов"] as const;

const MAX_ENTRIES = 5;
const MAX_TOPICS = 3;
const MAX_WORST = 3;
/** Longer titles are cut: the list is to be skimmed. */
const TITLE_LENGTH = 60;
/** Of fewer questions no hour is the busiest. */
const MIN_FOR_HOUR = 10;

export function statsMessage(figures: Figures, period: Period, faq: Faq): OutMessage {
  const titleOf = createTitles(faq, TITLE_LENGTH);
  const { entries, topics, votes } = figures;
  const worst = votes.entries.filter(({ down }) => down > 0).slice(0, MAX_WORST);
  const sections = [
    join([bold(daysInWords(figures.firstDay, figures.lastDay)), overview(figures)], "\n"),
    plain(solvedLines(figures).join("\n")),
    plain(outcomeLines(figures).join("\n")),
    section(TOP_ENTRIES, entries.slice(0, MAX_ENTRIES).map(countLine(titleOf))),
    section(TOP_TOPICS, topics.slice(0, MAX_TOPICS).map(countLine(titleOf))),
    plain(votes.up + votes.down === 0 ? "" : `👍 ${votes.up}   👎 ${votes.down}`),
    section(
      WORST_ENTRIES,
      worst.map((one) => voteLine(one, titleOf)),
    ),
    plain(hourLine(figures)),
    plain(figures.people > 0 && figures.days.length > 1 ? PEOPLE_NOTE : ""),
    plain(figures.asked > 0 ? HOW_SOLVED : ""),
  ];
  return {
    text: join(sections, "\n\n"),
    keyboard: [...periodRows(period), ...unansweredRow(figures)],
  };
}

/** Leads on to what can be done about them. */
function unansweredRow({ asked, solved }: Figures): readonly (readonly Button[])[] {
  return asked > solved ? [[adminButton(UNANSWERED_BUTTON, "unanswered", "")]] : [];
}

/** The period of "/stats ARGUMENT" or of a button: a word, or a number of days; undefined for anything else. */
export function statsPeriodOf(argument: string): Period | undefined {
  const word = argument.trim().toLowerCase();
  if (word === "") return { kind: "days", count: 7 };
  const days = /^(\d{1,4})(?:\s*д\p{L}*)?$/u.exec(word)?.[1];
  if (days !== undefined) return Number(days) > 0 ? { kind: "days", count: Number(days) } : undefined;
  return STATS_PERIODS.find((one) => one.argument === word || one.words.includes(word))?.period;
}

export function unknownPeriodMessage(): OutMessage {
  return { text: plain(STATS_UNKNOWN_PERIOD), keyboard: periodRows(undefined) };
}

function periodRows(chosen: Period | undefined): readonly (readonly Button[])[] {
  const buttons = STATS_PERIODS.map(({ argument, title, period }) =>
    adminButton(isSame(period, chosen) ? `• ${title}` : title, "stats", argument),
  );
  return [buttons.slice(0, 2), buttons.slice(2)];
}

function isSame(period: Period, other: Period | undefined): boolean {
  if (period.kind === "all" || other?.kind !== "days") return period.kind === other?.kind;
  return period.count === other.count;
}

function overview({ questions, people, days, places }: Figures): RichText {
  if (questions === 0) return plain(STATS_NONE);
  const star = days.length > 1 ? "*" : "";
  const head = `${counted(questions, QUESTIONS)}, ${counted(people, PEOPLE)}${star}`;
  return plain(
    places.group === 0 ? head : `${head}\nВ личных чатах ${places.private}, в чатах классов ${places.group}`,
  );
}

const SIGNS: Readonly<Record<Outcome, string>> = {
  answer: "✅",
  suggest: "🔀",
  topic: "↪️",
  smalltalk: "💬",
  none: "❓",
};

function solvedLines(figures: Figures): readonly string[] {
  return [
    ...(figures.asked > 0 ? [`${SOLVED}: ${solvedInWords(figures)}`] : []),
    ...(figures.askedAgain > 0 ? [`${ASKED_AGAIN}: ${figures.askedAgain}`] : []),
  ];
}

function outcomeLines(figures: Figures): readonly string[] {
  const { outcomes, solvedByTap } = figures;
  return OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map((outcome) => {
    const line = `${SIGNS[outcome]} ${OUTCOME_LABELS[outcome]}: ${outcomeInWords(figures, outcome)}`;
    return outcome === "suggest" && solvedByTap > 0 ? `${line}, из них помогли ${solvedByTap}` : line;
  });
}

function section(heading: string, lines: readonly string[]): RichText {
  return lines.length === 0 ? [] : join([bold(heading), plain(lines.join("\n"))], "\n");
}

function countLine(titleOf: (id: string) => string): (item: ItemCount) => string {
  return ({ id, count }) => `${count} — ${titleOf(id)}`;
}

function voteLine({ entryId, down, reasons }: EntryVotes, titleOf: (id: string) => string): string {
  const given = reasonsInWords(reasons);
  const why = given === "" ? "" : ` (${given})`;
  return `👎 ${down} — ${titleOf(entryId)}${why}`;
}

function hourLine({ hours, questions }: Figures): string {
  if (questions < MIN_FOR_HOUR) return "";
  const counts = hours.map(sumOf);
  const hour = counts.indexOf(Math.max(...counts));
  return `Больше всего вопросов с ${hour} до ${hour + 1} ч`;
}
