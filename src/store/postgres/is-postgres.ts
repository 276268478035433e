// Which of the two databases it is, for the few statements that differ.
import { type Kysely, PostgresAdapter } from "kysely";

export function isPostgres(tables: Kysely<unknown>): boolean {
  return tables.getExecutor().adapter instanceof PostgresAdapter;
}
