// The tables of the database, as kysely sees them after all migrations.
import type { Generated, Kysely } from "kysely";

interface InboxTable {
  readonly id: Generated<number>;
  readonly key: string;
  readonly lane: string;
  /** Null as soon as the update is done: it holds what people wrote. */
  readonly payload: string | null;
  readonly state: Generated<"pending" | "done" | "aside">;
  readonly attempts: Generated<number>;
  readonly error: string | null;
  /** All times are Unix milliseconds. */
  readonly received_at: number;
  readonly retry_at: Generated<number>;
  readonly finished_at: number | null;
}

interface MarkerTable {
  readonly source: string;
  readonly value: string;
}

export interface Schema {
  readonly inbox: InboxTable;
  readonly marker: MarkerTable;
}

export type Tables = Kysely<Schema>;
