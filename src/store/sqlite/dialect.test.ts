import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sleep } from "../../runtime/sleep.ts";
import { openDatabase } from "../database.ts";
import { connectTo, type DatabaseFile } from "./database-file.ts";
import { createSqliteDialect } from "./dialect.ts";

// Another program writes to the same file. It is this very process, so that whoever waits for it must not stand still.

let folder: string;
let path: string;
let other: DatabaseFile;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "busy-"));
  path = join(folder, "bot.db");
  other = connectTo(path, 5_000);
  other.prepare("pragma journal_mode = wal").all();
  other.exec("create table first (x); create table second (x)");
});

afterEach(async () => {
  other.close();
  await rm(folder, { recursive: true });
});

function lock(): () => void {
  other.exec("begin immediate; insert into first values (1)");
  return () => other.exec("commit");
}

test("the store waits for another writer", async () => {
  const store = await openDatabase(`file:${path}`, () => performance.now());
  const unlock = lock();
  const update = { key: "a", lane: "a", payload: "{}", receivedAt: 1 };
  const received = store.inbox.receive([update]);
  const written = store.chatStates.write(1, "{}");
  setTimeout(unlock, 300);
  expect(await received).toBe(1);
  await written;
  await store.close();
});

test("what failed while another one wrote keeps nothing that comes later from being written", async () => {
  const open = () => connectTo(path, 0);
  const dialect = createSqliteDialect({ file: open(), reopen: open, sleep, patienceMs: 50 });
  const tables = new Kysely<unknown>({ dialect });
  const alone = () => sql`insert into first values (2) returning x`.execute(tables);
  const together = () =>
    tables.transaction().execute(async (transaction) => {
      const { rows } = await sql`select x from first`.execute(transaction);
      await sql`insert into second values (${rows.length})`.execute(transaction);
    });
  await alone();
  await together();
  const unlock = lock();
  const outcomes = await Promise.allSettled([alone(), together(), alone(), together()]);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
  unlock();
  // What was seen before is old now, and nobody may go on with it.
  other.exec("insert into first values (3)");
  await together();
  await alone();
  expect((await sql`select x from second`.execute(tables)).rows).toEqual([{ x: 1 }, { x: 3 }]);
  await tables.destroy();
});

test("a transaction that fails leaves nothing behind, and the next one begins anew", async () => {
  const open = () => connectTo(path, 0);
  const tables = new Kysely<unknown>({
    dialect: createSqliteDialect({ file: open(), reopen: open, sleep }),
  });
  const fail = tables.transaction().execute(async (transaction) => {
    await sql`insert into first values (1)`.execute(transaction);
    await sql`insert into nowhere values (1)`.execute(transaction);
  });
  await expect(fail).rejects.toThrow("nowhere");
  await tables.transaction().execute((transaction) => sql`insert into second values (1)`.execute(transaction));
  expect((await sql`select x from first`.execute(tables)).rows).toEqual([]);
  expect((await sql`select x from second`.execute(tables)).rows).toEqual([{ x: 1 }]);
  await tables.destroy();
});

test("nothing that follows a failure in a transaction is written without it", async () => {
  const open = () => connectTo(path, 0);
  const tables = new Kysely<unknown>({
    dialect: createSqliteDialect({ file: open(), reopen: open, sleep }),
  });
  const going = tables.transaction().execute(async (transaction) => {
    await sql`insert into nowhere values (1)`.execute(transaction).catch(() => undefined);
    await sql`insert into second values (1)`.execute(transaction);
  });
  await expect(going).rejects.toThrow("lost");
  expect((await sql`select x from second`.execute(tables)).rows).toEqual([]);
  await tables.destroy();
});
