// Everything that is kept, as the rest of the program works with it.
import { type ChatStates, createSqlChatStates } from "./chat-states.ts";
import type { Election } from "./postgres/election.ts";
import type { Inbox } from "./inbox/inbox.ts";
import type { Journal, JournalPages, CountTallies, CountUses, Votes } from "./journal/journal.ts";
import type { Lease } from "./sqlite/lease.ts";
import { type Secrets, createSqlSecrets } from "./secrets.ts";
import type { SharedCalls } from "./postgres/shared-calls.ts";
import { type SupportQuestions, createSqlSupportQuestions } from "./support-questions.ts";
import { reporting } from "./statements.ts";
import type { Tables } from "./tables/schema.ts";
import { createSqlJournal, createSqlVotes } from "./journal/sql-journal.ts";
import { createSqlJournalPages } from "./journal/sql-journal-pages.ts";
import { createSqlTallies, createSqlUses } from "./journal/sql-tallies.ts";

export interface Store {
  readonly inbox: Inbox;
  readonly chatStates: ChatStates;
  /** What was said last to persons, by their numbers. */
  readonly lastReplies: ChatStates;
  readonly journal: Journal;
  readonly journalPages: JournalPages;
  readonly tallies: CountTallies;
  readonly uses: CountUses;
  readonly votes: Votes;
  readonly secrets: Secrets;
  readonly supportQuestions: SupportQuestions;
  /**
   * To be held by whoever works on the inbox of SQLite: two of them would answer everything twice. On PostgreSQL any
   * number of processes may hold it.
   */
  readonly lease: Lease;
  /** Which of the processes on one database does what only one may do. */
  readonly election: Election;
  /** The calls to MAX of all processes; undefined where there is one. */
  readonly sharedCalls: SharedCalls | undefined;
  /**
   * Empties the write-ahead log, in which what was deleted can be read until then. Rejects with OutsideError; while
   * somebody else reads the database there is nothing done, and no error.
   */
  readonly tidy: () => Promise<void>;
  /** Writes a row. Rejects with OutsideError where nothing can be written. */
  readonly probe: () => Promise<void>;
  /** Lets go of the lease as well. */
  close(): Promise<void>;
}

/** What is the same in both databases. */
type Parts = Omit<Store, "inbox" | "lease" | "election" | "sharedCalls" | "tidy" | "close">;

export function createTablesOf(tables: Tables, now: () => number): Parts {
  return {
    chatStates: createSqlChatStates(tables, now),
    lastReplies: createSqlChatStates(tables, now, "last_reply"),
    journal: createSqlJournal(tables),
    journalPages: createSqlJournalPages(tables),
    tallies: createSqlTallies(tables),
    uses: createSqlUses(tables),
    votes: createSqlVotes(tables),
    secrets: createSqlSecrets(tables),
    supportQuestions: createSqlSupportQuestions(tables),
    probe: () => reporting("Trying whether it can be written to", () => probe(tables, now())),
  };
}

async function probe(tables: Tables, at: number): Promise<void> {
  await tables
    .insertInto("probe")
    .values({ id: 1, at: Math.round(at) })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ at: Math.round(at) }))
    .execute();
}
