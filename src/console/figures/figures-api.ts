// What the pages of the figures and of the questions behind them ask the server, and what they get: types alone. With
// ".csv" after the name the same is asked for as a table to be saved; of the questions all, whatever the page.
import type { Outcome } from "../../faq/outcome.ts";
import type { Counts } from "../../journal/counts.ts";
import type { DayCounts, VoteFigures } from "../../journal/figures.ts";
import type { Titled } from "../api.ts";

/** `GET overview?from&to&place`, days of Moscow (2026-11-25), both with; place: all, private or group. */
export interface Overview {
  readonly firstDay: string;
  readonly lastDay: string;
  /** The first day that anything is kept of; undefined where nothing was asked yet. */
  readonly knownFrom: string | undefined;
  readonly questions: number;
  readonly people: number;
  readonly outcomes: Counts;
  readonly solvedByTap: number;
  /** How sure the bot was on an average, 0…1. */
  readonly confidence: Readonly<Record<Outcome, number | undefined>>;
  /** Questions that the same person asked again in other words. */
  readonly askedAgain: number;
  /** What is solved (journal/records) of all but small talk, 0…1; undefined where nothing was asked. */
  readonly solvedShare: number | undefined;
  /** The same of the period of equal length before it; undefined where not all of its days are kept. */
  readonly before:
    | {
        readonly questions: number;
        readonly askedAgain: number;
        readonly solvedShare: number | undefined;
      }
    | undefined;
  readonly places: { readonly private: number; readonly group: number };
  readonly votes: VoteFigures;
  readonly entries: readonly TopItem[];
  readonly topics: readonly TopItem[];
  readonly days: readonly DayCounts[];
  /** By hour of the day in Moscow, 0…23. */
  readonly hours: readonly Counts[];
}

export interface TopItem {
  readonly id: string;
  /** The id where the content has no such item any more. */
  readonly title: string;
  readonly count: number;
  readonly up: number;
  readonly down: number;
}

/**
 * `GET questions?from&to&place&outcome&solved&setback&item&hour&vote&text&before`: the questions behind a figure, newest first, 50 a
 * page; each but the days is optional. `outcome`: several with commas; `solved`: by-tap, or anyhow; `setback`: one; `item`: an id; `vote`: down (a 👍 is kept without its question); `text`: a part of it.
 */
export interface QuestionPage {
  /** All that match, not of this page alone. */
  readonly total: number;
  readonly questions: readonly JournalRow[];
  /** For `before`, where there are more. */
  readonly next: string | undefined;
  /** The item that is asked for. */
  readonly item: Titled | undefined;
}

export interface JournalRow {
  readonly id: string;
  /** Unix ms. */
  readonly at: number;
  readonly text: string;
  readonly outcome: Outcome;
  readonly item: Titled | undefined;
  readonly chosen: Titled | undefined;
  readonly confidence: number | undefined;
  readonly place: "private" | "group";
  readonly vote: "down" | undefined;
  /** In Russian what an administrator did about it. */
  readonly handled: string | undefined;
  /** What would be added as a phrase; undefined where it is not fit. */
  readonly phrase: string | undefined;
}
