// Both databases for tests that either has to pass: a new place, opened as often as a test wants, under a clock of the test.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { freshDatabase, withClient, withoutPostgres } from "./postgres.ts";
import { openPostgres } from "../../../src/store/postgres/open-postgres.ts";
import { openSqlite } from "../../../src/store/sqlite/open-sqlite.ts";
import type { Store } from "../../../src/store/store.ts";

export interface TestPlace {
  readonly url: string;
  open(now?: () => number): Promise<Store>;
  remove(): Promise<void>;
}

export interface TestDatabase {
  readonly name: "SQLite" | "PostgreSQL";
  newPlace(): Promise<TestPlace>;
}

export const SQLITE: TestDatabase = {
  name: "SQLite",
  newPlace: async () => {
    const folder = await mkdtemp(join(tmpdir(), "store-"));
    const url = `file:${folder}/bot.db`;
    return {
      url,
      open: (now = Date.now) => openSqlite(url, now),
      remove: () => rm(folder, { recursive: true }),
    };
  },
};

/** Emptied and used again: to make one and its tables takes longer than most tests. */
const free: string[] = [];

export const POSTGRES: TestDatabase = {
  name: "PostgreSQL",
  newPlace: async () => {
    const url = free.pop() ?? (await freshDatabase());
    return {
      url,
      open: (now) => openPostgres(url, now === undefined ? undefined : () => sql`${Math.round(now())}::bigint`),
      remove: async () => {
        await withClient(url, (client) => client.query(EMPTY));
        free.push(url);
      },
    };
  },
};

const EMPTY = `do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
  loop execute format('truncate %I restart identity', name); end loop; end $$`;

export const DATABASES: readonly TestDatabase[] = withoutPostgres === undefined ? [SQLITE, POSTGRES] : [SQLITE];
