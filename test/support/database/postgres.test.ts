import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DATABASES } from "./databases.ts";
import {
  freshDatabase,
  type PostgresServer,
  skipReason,
  startPostgres,
  withClient,
  withoutPostgres,
} from "./postgres.ts";

const count = (url: string) =>
  withClient(url, async (client) => (await client.query("select count(*)::int as n from t")).rows);

describe.skipIf(withoutPostgres !== undefined)(`PostgreSQL for tests${skipReason}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  test("is one of the two databases of tests", () => {
    expect(DATABASES.map(({ name }) => name)).toContain("PostgreSQL");
  });

  test("every test gets an empty database of its own", async () => {
    const [one, other] = [await freshDatabase(), await freshDatabase()];
    await withClient(one, (client) => client.query("create table t (id int)"));
    await expect(count(other)).rejects.toThrow("does not exist");
    expect(await count(one)).toEqual([{ n: 0 }]);
  });

  test.each([["stopped"], ["killed"]] as const)(
    "a server that was %s is gone, and has everything committed when it comes back",
    async (how) => {
      const url = await server.freshDatabase();
      await withClient(url, (client) => client.query("create table t (id int); insert into t values (1)"));
      await (how === "killed" ? server.kill() : server.stop());
      await expect(count(url)).rejects.toThrow("ECONNREFUSED");
      await server.start();
      expect(await count(url)).toEqual([{ n: 1 }]);
    },
  );

  test("nothing is left when it is removed", async () => {
    const own = await startPostgres();
    const folder = await withClient(own.url, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>("show data_directory");
      return rows[0]?.data_directory ?? "";
    });
    expect(folder).toMatch(/data$/u);
    await own.remove();
    expect(existsSync(folder)).toBe(false);
  });
});
