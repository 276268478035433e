// Which calls to MAX the processes of one bot have made in the last second; PostgreSQL only, since SQLite has one process.
import { type Kysely, sql } from "kysely";
import { isPostgres } from "../postgres/is-postgres.ts";

export async function createCall(tables: Kysely<unknown>): Promise<void> {
  if (!isPostgres(tables)) return;
  // Unlogged: a second later nobody needs it, and a server that was killed may begin with an empty one.
  await sql`create unlogged table if not exists call (
    id bigserial primary key,
    chat text,
    started_at bigint not null,
    ended_at bigint
  )`.execute(tables);
}
