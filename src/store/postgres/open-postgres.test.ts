import { describe, expect, test } from "vitest";
import { freshDatabase, skipReason, withClient, withoutPostgres } from "../../../test/support/database/postgres.ts";
import { UsageError } from "../../runtime/errors.ts";
import { openPostgres } from "./open-postgres.ts";

async function problemOf(url: string): Promise<UsageError> {
  const error: unknown = await openPostgres(url).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`no UsageError but ${String(error)}`);
  return error;
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(text)).rows);
}

describe.skipIf(withoutPostgres !== undefined)(`opening PostgreSQL${skipReason}`, () => {
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

  /** The address with another part. */
  async function changed(change: Partial<Record<"password" | "pathname" | "username" | "search", string>>) {
    return Object.assign(new URL(await freshDatabase()), change).href;
  }

  test.each([
    {
      what: "no database of the name",
      change: { pathname: "/nowhere" },
      words: "there is no database of this name",
    },
    { what: "a wrong password", change: { password: "hunter2" }, words: "the password is wrong" },
    { what: "no password", change: { password: "" }, words: "the server asks for a password" },
    {
      what: "a certificate that is not there",
      change: { search: "?sslmode=verify-full&sslrootcert=/no/ca.pem" },
      words: "/no/ca.pem",
    },
    {
      what: "a server without TLS",
      change: { search: "?sslmode=verify-full" },
      words: "does not support SSL",
    },
  ])("$what is told at once, without the password", async ({ change, words }) => {
    const url = await changed(change);
    const { host, pathname } = new URL(url);
    const problem = await problemOf(url);
    expect(problem.message).toContain(`Opening the database "postgres://${host}${pathname}": `);
    expect(problem.message).toContain(words);
    expect(problem.hint).toContain("DATABASE_URL");
    expect(`${problem.message} ${problem.hint}`).not.toMatch(/hunter2|secret/u);
  });

  test("a user who may not make tables is told so", async () => {
    const url = await freshDatabase();
    await query(url, "create role guest login password 'guest-secret'");
    const guest = Object.assign(new URL(url), { username: "guest", password: "guest-secret" }).href;
    const problem = await problemOf(guest);
    expect(problem.message).toContain("the user may not make tables in it");
    expect(problem.message).not.toContain("guest-secret");
  });

  test("what is no address is refused without being shown", async () => {
    const problem = await problemOf("postgres://user:hunter2@host:port:x/");
    expect(`${problem.message} ${problem.hint}`).not.toContain("hunter2");
  });

  test("a statement that fails is told as a failure of the database, and the next one works", async () => {
    const url = await freshDatabase();
    const store = await openPostgres(url);
    expect(await store.inbox.marker("x")).toBeUndefined();
    await query(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    // The pool may notice only when it uses the connection.
    await store.inbox.marker("x").catch(() => undefined);
    expect(await store.inbox.marker("x")).toBeUndefined();
    await store.close();
  });
});
