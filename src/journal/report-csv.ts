// The report as one table for a spreadsheet.
import { OUTCOMES, type Outcome } from "../faq/outcome.ts";
import { perOutcome, sumOf, type Counts } from "./counts.ts";
import type { Figures, EntryVotes } from "./figures.ts";
import type { QuestionGroup } from "./group-questions.ts";
import { moscowDay } from "./moscow-time.ts";
import { tableCsv } from "./table-csv.ts";
import { VOTE_REASONS } from "./records.ts";
import {
  ASKED_AGAIN,
  HOW_SOLVED,
  OUTCOME_LABELS,
  percentOf,
  REASON_LABELS,
  SOLVED,
  type Titles,
  whyInWords,
} from "./wording.ts";
import * as words from "./report-wording.ts";

const COLUMNS = [
  words.CSV_COLUMNS.section,
  words.CSV_COLUMNS.name,
  words.CSV_COLUMNS.total,
  ...OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome]),
  words.PEOPLE,
  words.CSV_COLUMNS.lastDay,
  words.CSV_COLUMNS.details,
];

/** A line of the table; what a section has nothing to say on stays empty. */
interface Row {
  readonly section: string;
  readonly name: string;
  readonly total?: number;
  readonly counts?: Readonly<Record<Outcome, number | undefined>>;
  readonly people?: number;
  readonly lastDay?: string;
  readonly details?: string;
}

export interface Report {
  readonly figures: Figures;
  readonly titleOf: Titles;
  /** Questions without an answer that mean the same, most frequent first. */
  readonly groups: readonly ReportedGroup[];
}

export interface ReportedGroup extends QuestionGroup {
  /** Questions of the entries that come nearest, best first. */
  readonly nearest: readonly string[];
}

export function reportCsv(report: Report): string {
  const rows = rowsOf(report).map((row) => [
    row.section,
    row.name,
    row.total,
    ...OUTCOMES.map((outcome) => row.counts?.[outcome]),
    row.people,
    row.lastDay,
    row.details,
  ]);
  return tableCsv([COLUMNS, ...rows], { isWhole: true });
}

function rowsOf({ figures, titleOf, groups }: Report): readonly Row[] {
  return [
    ...summaryRows(figures),
    ...figures.entries.map(({ id, count }) => itemRow(words.ENTRIES, titleOf(id), count, id)),
    ...figures.topics.map(({ id, count }) => itemRow(words.TOPICS, titleOf(id), count, id)),
    ...figures.votes.entries.map((one) => voteRow(one, titleOf(one.entryId))),
    ...groups.map(groupRow),
    ...figures.days.map(({ day, counts }) => countsRow(words.BY_DAY, day, counts)),
    ...figures.hours.map((counts, hour) => countsRow(words.BY_HOUR, `${hour}:00`, counts)),
  ];
}

function summaryRows(figures: Figures): readonly Row[] {
  const { questions, asked, solved, askedAgain, people, outcomes } = figures;
  const section = words.SUMMARY;
  const ofFour = (of: (outcome: Outcome) => number) =>
    perOutcome((outcome) => (outcome === "smalltalk" ? undefined : of(outcome)));
  const shares = ofFour((outcome) => percentOf(outcomes[outcome], asked));
  const sure = ofFour((outcome) => percentOf(figures.confidence[outcome] ?? 0, 1));
  const details = words.PEOPLE_NOTE;
  return [
    { section, name: words.QUESTIONS, total: questions, counts: outcomes, people, details },
    { section, name: words.SHARE, total: asked === 0 ? 0 : 100, counts: shares },
    { section, name: words.SURE, counts: sure },
    { section, name: SOLVED, total: solved, details: HOW_SOLVED },
    { section, name: words.SOLVED_SHARE, total: percentOf(solved, asked) },
    { section, name: ASKED_AGAIN, total: askedAgain },
    { section, name: words.SOLVED_BY_TAP, total: figures.solvedByTap },
    { section, name: words.PRIVATE_CHATS, total: figures.places.private },
    { section, name: words.CLASS_CHATS, total: figures.places.group },
    { section, name: "👍", total: figures.votes.up },
    { section, name: "👎", total: figures.votes.down },
  ];
}

function itemRow(section: string, name: string, total: number, details: string): Row {
  return { section, name, total, details };
}

function countsRow(section: string, name: string, counts: Counts): Row {
  return { section, name, total: sumOf(counts), counts };
}

function voteRow({ up, down, reasons }: EntryVotes, name: string): Row {
  const given = VOTE_REASONS.map((reason) => `${REASON_LABELS[reason]} ${reasons[reason]}`);
  return {
    section: words.VOTES,
    name,
    total: up + down,
    details: [`👍 ${up}`, `👎 ${down}`, ...given].join(", "),
  };
}

function groupRow({ text, ids, people, lastAt, why, nearest }: ReportedGroup): Row {
  const guesses = nearest.length === 0 ? [] : [`${words.NEAREST}: ${nearest.join(" | ")}`];
  const details = [whyInWords(why), ...guesses].join("; ");
  return {
    section: words.UNANSWERED,
    name: text,
    total: ids.length,
    people,
    lastDay: moscowDay(lastAt),
    details,
  };
}
