// Questions and votes counted by the database: the port, whatever database is behind.
import type { AskedQuestion } from "./journal.ts";
import type { JournalFilter } from "./journal-pages.ts";
import type { Vote } from "./votes.ts";

/** Everything that figures are made of. Rows without questions are left out. */
export interface Tallies {
  /** Days since 1970 where clocks are so much before those of Greenwich as was asked for. */
  readonly days: readonly (Tally & {
    readonly day: number;
    readonly place: AskedQuestion["place"];
    readonly isChosen: boolean;
  })[];
  /** By hour of the day, 0…23. */
  readonly hours: readonly (Tally & { readonly hour: number })[];
  readonly items: readonly (Tally & {
    readonly itemId: string | undefined;
    readonly chosenEntryId: string | undefined;
  })[];
  readonly people: number;
  readonly votes: readonly VoteTally[];
}

interface Tally {
  readonly outcome: AskedQuestion["outcome"];
  readonly count: number;
}

export interface VoteTally extends Pick<Vote, "entryId" | "value" | "reason"> {
  readonly count: number;
}

/** What is counted. */
export type TallyFilter = Pick<JournalFilter, "from" | "to" | "place">;

export interface TallyRequest extends TallyFilter {
  readonly offsetMs: number;
}

/** Rejects with OutsideError when the database fails. */
export type CountTallies = (request: TallyRequest) => Promise<Tallies>;

/** Only how often items were what people got, and what they thought of them. Rejects as CountTallies does. */
export type CountUses = (filter: TallyFilter) => Promise<Uses>;

export type Uses = Pick<Tallies, "items" | "votes">;
