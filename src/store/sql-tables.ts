// The parts of the store that are the same in both databases.
import type { Tables } from "./tables/schema.ts";
import { createSqlChatStates } from "./sql-chat-states.ts";
import { createSqlJournal } from "./journal/sql-journal.ts";
import { createSqlJournalPages } from "./journal/sql-journal-pages.ts";
import { createSqlSecrets } from "./sql-secrets.ts";
import { createSqlSupportQuestions } from "./sql-support-questions.ts";
import { createSqlVotes } from "./journal/sql-votes.ts";
import { createSqlTallies, createSqlUses } from "./journal/sql-tallies.ts";
import type { Store } from "./store.ts";

type Parts = Pick<
  Store,
  | "chatStates"
  | "journal"
  | "journalPages"
  | "tallies"
  | "uses"
  | "votes"
  | "secrets"
  | "supportQuestions"
>;

export function createTablesOf(tables: Tables, now: () => number): Parts {
  return {
    chatStates: createSqlChatStates(tables, now),
    journal: createSqlJournal(tables),
    journalPages: createSqlJournalPages(tables),
    tallies: createSqlTallies(tables),
    uses: createSqlUses(tables),
    votes: createSqlVotes(tables),
    secrets: createSqlSecrets(tables),
    supportQuestions: createSqlSupportQuestions(tables),
  };
}
