import { Client } from "pg";
import { expect, test } from "vitest";
import { freshDatabase } from "../../test/postgres.ts";
import { UsageError } from "../errors.ts";
import { openPostgres } from "./open-postgres.ts";

async function problemOf(url: string): Promise<UsageError> {
  const error: unknown = await openPostgres(url).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`no UsageError but ${String(error)}`);
  return error;
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

test("processes that start at the same moment make the tables once", async () => {
  const url = await freshDatabase();
  const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)));
  await stores[0]?.inbox.receive([], { source: "polling:1", value: "42" });
  expect(await stores[4]?.inbox.marker("polling:1")).toBe("42");
  await Promise.all(stores.map((store) => store.close()));
  const steps = await query(url, "select name from kysely_migration");
  expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
});

test("a database of a newer version is refused and left as it is", async () => {
  const url = await freshDatabase();
  await (await openPostgres(url)).close();
  await query(url, "insert into kysely_migration (name, timestamp) values ('999-future', '2030')");
  expect((await problemOf(url)).message).toContain("newer version");
});

test("a database that is not there is named, without the password", async () => {
  const { host } = new URL(await freshDatabase());
  const problem = await problemOf(`postgres://postgres:hunter2@${host}/nowhere`);
  expect(problem.message).toBe(
    `Opening the database "postgres://${host}/nowhere": there is no database of this name`,
  );
  expect(`${problem.message} ${problem.hint}`).not.toContain("hunter2");
});

test("what is no address is refused without being shown", async () => {
  const problem = await problemOf("postgres://user:hunter2@host:port:x/");
  expect(`${problem.message} ${problem.hint}`).not.toContain("hunter2");
});

test("a statement that fails is told as a failure of the database, and the next one works", async () => {
  const url = await freshDatabase();
  const store = await openPostgres(url);
  const { host, pathname } = new URL(url);
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${pathname.slice(1)}' and pid <> pg_backend_pid()`;
  expect(await store.inbox.marker("x")).toBeUndefined();
  await query(`postgres://postgres@${host}/postgres`, kill);
  // The pool may notice only when it uses the connection.
  await store.inbox.marker("x").catch(() => undefined);
  expect(await store.inbox.marker("x")).toBeUndefined();
  await store.close();
});
