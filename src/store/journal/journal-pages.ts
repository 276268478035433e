// Looking into the journal without reading all of it: the port, whatever database is behind.
import type { AskedQuestion } from "./journal.ts";

/** What is looked for; what is undefined does not matter. */
export interface JournalFilter {
  /** From `from` on and before `to`, Unix ms. */
  readonly from: number;
  readonly to: number;
  readonly place?: AskedQuestion["place"] | undefined;
  readonly outcomes?: readonly AskedQuestion["outcome"][] | undefined;
  /** By the tap on a suggestion, or by that, an answer or a topic. */
  readonly solved?: "by-tap" | "anyhow" | undefined;
  /** What the asker ended up with: the answer, or what he chose instead. */
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

/** How many questions had this outcome. */
export interface OutcomeCount {
  readonly outcome: AskedQuestion["outcome"];
  readonly isChosen: boolean;
  readonly count: number;
}

/** All methods reject with OutsideError when the database fails. */
export interface JournalPages {
  /** Newest first. */
  page(filter: JournalFilter, request: PageRequest): Promise<readonly PagedQuestion[]>;
  count(filter: JournalFilter): Promise<number>;
  outcomes(filter: JournalFilter): Promise<readonly OutcomeCount[]>;
  /** When the oldest question that is kept was asked, Unix ms. */
  oldest(): Promise<number | undefined>;
  /** Another one whenever something was recorded, chosen, handled, voted or deleted. */
  stamp(): Promise<string>;
}
