// The report for a terminal.
import { OUTCOMES } from "../faq/outcome.ts";
import { sumOf } from "../journal/counts.ts";
import type { Figures, ItemCount, EntryVotes } from "../journal/figures.ts";
import { moscowDay } from "../journal/moscow-time.ts";
import {
  ASKED_AGAIN,
  daysInWords,
  HOW_SOLVED,
  OUTCOME_LABELS,
  outcomeInWords,
  reasonsInWords,
  shortDay,
  SOLVED,
  solvedInWords,
  whyInWords,
} from "../journal/wording.ts";
import type { ReportedGroup } from "../journal/report-csv.ts";
import * as words from "../journal/report-wording.ts";
import type { Report } from "./report-data.ts";

const MAX_ITEMS = 10;
const MAX_GROUPS = 20;
const MAX_OTHER_TEXTS = 2;
const BAR_LENGTH = 30;

export function reportText({ figures, titleOf, groups, groupsLeftOut }: Report): string {
  const { entries, topics, votes } = figures;
  const disliked = votes.entries.filter(({ down }) => down > 0).slice(0, MAX_ITEMS);
  const hidden = groupsLeftOut + Math.max(0, groups.length - MAX_GROUPS);
  const shown = groups.slice(0, MAX_GROUPS).flatMap(groupLines);
  return [
    [`${words.TITLE}: ${daysInWords(figures.firstDay, figures.lastDay)}`],
    summaryLines(figures),
    section(words.ENTRIES, itemLines(entries, titleOf)),
    section(words.TOPICS, itemLines(topics, titleOf)),
    section(
      `${words.VOTES}: 👍 ${votes.up}, 👎 ${votes.down}`,
      disliked.map((one) => voteLine(one, titleOf)),
    ),
    section(
      words.UNANSWERED,
      shown.length === 0 ? [words.NOTHING_UNANSWERED] : [...shown, ...(hidden > 0 ? [words.andMore(hidden)] : [])],
    ),
    section(words.BY_DAY, barLines(figures.days.map(({ day, counts }) => [shortDay(day), sumOf(counts)]))),
    section(words.BY_HOUR, barLines(busyHours(figures))),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

function summaryLines(figures: Figures): readonly string[] {
  const { questions, people, places, askedAgain, solvedByTap, days } = figures;
  const rows: readonly (readonly [string, string])[] = [
    [words.QUESTIONS, String(questions)],
    [words.PEOPLE, `${people}${days.length > 1 ? `  (${words.PEOPLE_NOTE})` : ""}`],
    [words.PRIVATE_CHATS, String(places.private)],
    [words.CLASS_CHATS, String(places.group)],
    ...OUTCOMES.map((outcome): [string, string] => [OUTCOME_LABELS[outcome], outcomeInWords(figures, outcome)]),
    [words.SOLVED_BY_TAP, String(solvedByTap)],
    [SOLVED, solvedInWords(figures)],
    [ASKED_AGAIN, String(askedAgain)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), `  ${HOW_SOLVED}`];
}

function itemLines(items: readonly ItemCount[], titleOf: (id: string) => string): readonly string[] {
  const shown = items.slice(0, MAX_ITEMS);
  const width = String(shown[0]?.count ?? 0).length;
  return shown.map(({ id, count }) => `${String(count).padStart(width)}  ${titleOf(id)}`);
}

function voteLine({ entryId, up, down, reasons }: EntryVotes, titleOf: (id: string) => string): string {
  const given = reasonsInWords(reasons);
  const why = given === "" ? "" : `: ${given}`;
  return `👎 ${down} 👍 ${up}  ${titleOf(entryId)}${why}`;
}

function groupLines({ text, ids, people, lastAt, why, otherTexts, nearest }: ReportedGroup): readonly string[] {
  const others = otherTexts.slice(0, MAX_OTHER_TEXTS);
  return [
    text,
    `    ${words.timesAndPeople(ids.length, people)}, ${words.LAST_TIME} ${shortDay(moscowDay(lastAt))}`,
    `    ${whyInWords(why)}`,
    ...(others.length === 0 ? [] : [`    ${words.ALSO}: ${others.join(" | ")}`]),
    ...(nearest.length === 0 ? [] : [`    ${words.NEAREST}: ${nearest.join(" | ")}`]),
  ];
}

function busyHours({ hours }: Figures): readonly (readonly [string, number])[] {
  return hours
    .map((counts, hour) => [`${String(hour).padStart(2, "0")}:00`, sumOf(counts)] as const)
    .filter(([, count]) => count > 0);
}

function barLines(rows: readonly (readonly [string, number])[]): readonly string[] {
  const most = Math.max(0, ...rows.map(([, count]) => count));
  if (most === 0) return [];
  const width = String(most).length;
  return rows.map(([name, count]) => {
    const bar = "█".repeat(Math.ceil((count / most) * BAR_LENGTH));
    return `${name}  ${String(count).padStart(width)}  ${bar}`.trimEnd();
  });
}
