import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type PostgresServer, startPostgres } from "./postgres.ts";

// The server that the tests bring along: it keeps what was committed over a power cut of the process.

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

test("a killed server is back with its data", async () => {
  const url = await server.freshDatabase();
  await query(url, "create table a as select 42 as b");
  await server.kill();
  await expect(query(url, "select 1")).rejects.toThrow("ECONNREFUSED");
  await server.start();
  expect(await query(url, "select b from a")).toEqual([{ b: 42 }]);
});

test("every file gets a database of its own on the server of the run", async () => {
  const [one, other] = [await freshDatabase(), await freshDatabase()];
  await query(one, "create table a ()");
  await expect(query(other, "select * from a")).rejects.toThrow("does not exist");
});
