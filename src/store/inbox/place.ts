// What the inbox has to know of the database it is in.
import type { RawBuilder, Transaction } from "kysely";
import type { Schema, Tables } from "../tables/schema.ts";

/** What differs between the databases. */
export interface InboxPlace {
  readonly tables: Tables;
  /** Another name for every opening of the database. */
  readonly owner: string;
  /** Nobody else works on the database, so that the claims of others are those of the dead. */
  readonly isAlone: boolean;
  /** The time in Unix milliseconds, as an expression: of the database, where several processes have to agree on it. */
  readonly now: () => RawBuilder<number>;
  /** Run at the beginning of a transaction that adds updates: their ids must become visible in order. */
  readonly lockInserts: (transaction: Transaction<Schema>) => Promise<void>;
}
