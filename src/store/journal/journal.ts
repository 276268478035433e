// What was asked, what came of it and whether it helped: the ports, whatever database is behind.
import type { AskedQuestion, Setback, Vote } from "../../journal/records.ts";
import type { Judgement, Tallies, Uses } from "../../journal/figures.ts";

/** All methods reject with OutsideError when the database fails, like those of the other ports. */
export interface Journal {
  /** A question whose id is known is left as it is. */
  record(question: AskedQuestion): Promise<void>;
  /** The asker tapped this entry; the last tap counts. A question that is gone is no error. */
  choose(id: string, entryId: string): Promise<void>;
  /** Notes what followed a question, unless it was asked before `since` (Unix ms) or something is noted already. */
  setBack(id: string, setback: Setback, since: number): Promise<void>;
  /** Takes that back. */
  takeBack(id: string, setback: Setback): Promise<void>;
  /** What this hash asked from `from` on (Unix ms), newest first, twenty at most. */
  askedBy(person: string, from: number): Promise<readonly AskedQuestion[]>;
  markHandled(ids: readonly string[], handled: string): Promise<void>;
  /** Takes away the marks that end so. */
  unmark(end: string): Promise<void>;
  find(id: string): Promise<AskedQuestion | undefined>;
  /** Those of the ids that are kept and that nobody has dealt with. */
  findOpen(ids: readonly string[]): Promise<readonly AskedQuestion[]>;
  /** The newest `limit` asked from `from` on (Unix ms) that are open (journal/records) and that nobody has dealt with; newest first. */
  unanswered(from: number, limit: number): Promise<readonly AskedQuestion[]>;
  /** The newest `limit` asked from `from` on (Unix ms) whose mark begins so; newest first. */
  marked(start: string, from: number, limit: number): Promise<readonly AskedQuestion[]>;
  /** What was asked from `from` on and before `to` (Unix ms), in the order of time. */
  between(from: number, to: number): Promise<readonly AskedQuestion[]>;
  /** Deletes what was asked before `before` (Unix ms); the number of questions. */
  prune(before: number): Promise<number>;
  /** Deletes all but about the newest `count`, those of one moment kept together; the number of questions. */
  keepNewest(count: number): Promise<number>;
  /** Deletes what this hash asked; the number of questions. */
  forgetPerson(person: string): Promise<number>;
}

/** What finds one vote. */
export type VoteKey = Pick<Vote, "voter" | "entryId">;

export interface Votes {
  /** Replaces the voter's earlier vote on that entry. */
  cast(vote: Vote): Promise<void>;
  /** The votes from `from` on and before `to` (Unix ms), in the order of time. */
  between(from: number, to: number): Promise<readonly Vote[]>;
  /** The entries that somebody voted on, also such as are gone from the content. */
  entryIds(): Promise<readonly string[]>;
  /** Deletes what was cast before `before` (Unix ms); the number of votes. */
  prune(before: number): Promise<number>;
  /** The number of votes that were there to delete. */
  forget(keys: readonly VoteKey[]): Promise<number>;
}

/** What is looked for; what is undefined does not matter. */
export interface JournalFilter {
  /** From `from` on and before `to`, Unix ms. */
  readonly from: number;
  readonly to: number;
  readonly place?: AskedQuestion["place"] | undefined;
  readonly outcomes?: readonly AskedQuestion["outcome"][] | undefined;
  /** As journal/records tells it; by the tap on a suggestion, or in any way. */
  readonly solved?: "by-tap" | "anyhow" | undefined;
  readonly setback?: Setback | undefined;
  /** What the asker ended up with: the answer, or what was chosen instead. */
  readonly itemId?: string | undefined;
  /** An hour of the day, 0…23, where clocks are so much before those of Greenwich. */
  readonly hour?: { readonly hour: number; readonly offsetMs: number } | undefined;
  /** Somebody voted in this time against what it was answered with, whenever it was asked. */
  readonly isDisliked?: boolean | undefined;
}

/** The place of a question in the order of the pages. */
export type JournalPlace = Pick<AskedQuestion, "at" | "id">;

export interface PageRequest {
  readonly limit: number;
  /** The last one of the page before. */
  readonly before?: JournalPlace | undefined;
}

export type PagedQuestion = AskedQuestion & { readonly isDisliked: boolean };

/** How many questions there are, small talk among them, and how it went. */
export interface JudgedCount extends Judgement {
  readonly questions: number;
  /** Those that are no small talk. */
  readonly asked: number;
}

/** Looks into the journal without reading all of it. */
export interface JournalPages {
  /** Newest first. */
  page(filter: JournalFilter, request: PageRequest): Promise<readonly PagedQuestion[]>;
  count(filter: JournalFilter): Promise<number>;
  judged(filter: JournalFilter): Promise<JudgedCount>;
  /** When the oldest question that is kept was asked, Unix ms. */
  oldest(): Promise<number | undefined>;
  /** Another one as soon as anything was recorded, chosen, handled, voted or deleted. */
  stamp(): Promise<string>;
}

/** What is counted. */
export type TallyFilter = Pick<JournalFilter, "from" | "to" | "place">;

/** Counts questions and votes in the database. */
export type CountTallies = (filter: TallyFilter) => Promise<Tallies>;

/** Counts only how often items were what people got, and what they thought of them. */
export type CountUses = (filter: TallyFilter) => Promise<Uses>;
