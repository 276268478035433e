import { Kysely, PostgresDialect, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, skipReason, withClient, withoutPostgres } from "../../../test/support/database/postgres.ts";
import { createPool } from "./postgres-pool.ts";

// With one connection, so that the next statement gets what the one before left.

describe.skipIf(withoutPostgres !== undefined)(`connections to PostgreSQL${skipReason}`, () => {
  let url = "";
  let tables: Kysely<unknown>;

  beforeEach(async () => {
    url = await freshDatabase();
    const pool = createPool({ connectionString: url, max: 1, query_timeout: 1_000 });
    tables = new Kysely({ dialect: new PostgresDialect({ pool }) });
    await sql`create table t (text text)`.execute(tables);
  });
  afterEach(() => tables.destroy());

  const pidOf = async (executor: Kysely<unknown>) =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(executor)).rows[0]?.pid;
  const countOf = async () => (await sql<{ n: number }>`select count(*)::int as n from t`.execute(tables)).rows[0]?.n;

  test("one that the server ends between two statements of a transaction ends nothing else", async () => {
    const doing = tables.transaction().execute(async (transaction) => {
      const pid = await pidOf(transaction);
      await withClient(url, (client) => client.query("select pg_terminate_backend($1)", [pid]));
      await sql`insert into t values ('lost')`.execute(transaction);
    });
    await expect(doing).rejects.toThrow(/terminat|not queryable/u);
    expect(await countOf()).toBe(0);
  });

  test("one whose answer did not come in time is not used again, nor its transaction", async () => {
    const before = await pidOf(tables);
    const doing = tables.transaction().execute(async (transaction) => {
      await sql`insert into t values ('half')`.execute(transaction);
      await sql`select pg_sleep(3)`.execute(transaction);
    });
    await expect(doing).rejects.toThrow("timeout");
    expect(await pidOf(tables)).not.toBe(before);
    await sql`insert into t values ('whole')`.execute(tables);
    // Seen from outside: it stands in no transaction of another.
    const { rows } = await withClient(url, (client) => client.query("select text from t"));
    expect(rows).toEqual([{ text: "whole" }]);
  });

  test("one whose statement was refused stays", async () => {
    const before = await pidOf(tables);
    await expect(sql`select 1 / 0`.execute(tables)).rejects.toThrow("division by zero");
    expect(await pidOf(tables)).toBe(before);
  });

  test("the character that PostgreSQL cannot keep is replaced", async () => {
    await sql`insert into t values (${"a\0b"})`.execute(tables);
    const found = await sql`select text from t where text = ${"a\0b"}`.execute(tables);
    expect(found.rows).toEqual([{ text: "a\uFFFDb" }]);
  });
});
