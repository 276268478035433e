import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteFile from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../runtime/errors.ts";
import { databasePathOf } from "./database-url.ts";
import { openDatabase } from "./database.ts";
import { question } from "../../test/support/journal/records.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function problemOf(url: string): Promise<UsageError> {
  const error: unknown = await openDatabase(url).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`not a UsageError: ${String(error)}`);
  return error;
}

/** Root may write everywhere, so the file is opened by a process of somebody else. */
async function problemAsPlainUser(url: string): Promise<string> {
  const script = `
    const { openDatabase } = await import(${JSON.stringify(new URL("database.ts", import.meta.url).href)});
    if (process.getuid() === 0) process.setuid(65534);
    await openDatabase(${JSON.stringify(url)}).catch((error) => console.log(error.message));`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child, "close");
  return output.trim();
}

describe("opening the database", () => {
  test("makes the folder and the file", async () => {
    const store = await openDatabase(`file:${folder}/a/b/bot.db`);
    expect(await store.inbox.marker("polling:1")).toBeUndefined();
    await store.close();
  });

  test("finds everything again when it is opened a second time", async () => {
    const url = `file:${folder}/bot.db`;
    const first = await openDatabase(url);
    await first.inbox.receive([], { source: "polling:1", value: "42" });
    await first.close();
    const second = await openDatabase(url);
    expect(await second.inbox.marker("polling:1")).toBe("42");
    await second.close();
  });

  test("brings a database of an older version up to date and keeps what is in it", async () => {
    const url = `file:${folder}/bot.db`;
    const before = await openDatabase(url);
    await before.journal.record(question("old"));
    await before.close();
    const file = new SqliteFile(join(folder, "bot.db"));
    file.exec(`drop index question_person; drop index question_left; alter table question drop column setback;
      delete from kysely_migration where name >= '017'`);
    file.close();
    const store = await openDatabase(url);
    expect(await store.journal.find("old")).toEqual(question("old"));
    await store.close();
  });

  test("uses a write-ahead log", async () => {
    const store = await openDatabase(`file:${folder}/bot.db`);
    await store.close();
    const file = new SqliteFile(join(folder, "bot.db"));
    expect(file.prepare("pragma journal_mode").all()).toEqual([{ journal_mode: "wal" }]);
    file.close();
  });

  test("refuses a file of a newer version and leaves it as it is", async () => {
    const url = `file:${folder}/bot.db`;
    await (await openDatabase(url)).close();
    const file = new SqliteFile(join(folder, "bot.db"));
    file.exec("insert into kysely_migration (name, timestamp) values ('999-future', '2030')");
    file.close();
    const problem = await problemOf(url);
    expect(problem.message).toContain("newer version");
    expect(problem.hint).toContain("DATABASE_URL");
  });

  test.each([
    { what: "a folder", prepare: (path: string) => mkdir(path) },
    {
      what: "a file of another kind",
      prepare: (path: string) => writeFile(path, "no database ".repeat(500)),
    },
  ])("says so when the path is $what", async ({ prepare }) => {
    const path = join(folder, "bot.db");
    await prepare(path);
    const problem = await problemOf(`file:${path}`);
    expect(problem.message).toContain(path);
    expect(problem.hint).toContain("may write to");
  });

  // Node's own recursive mkdir would not return.
  test.runIf(existsSync("/proc/self"))("says so where no folder can be made", async () => {
    const problem = await problemOf("file:/proc/x/bot.db");
    expect(problem.message).toContain("the folder cannot be made there");
    expect(problem.hint).toContain("may write to");
  });

  test.runIf(existsSync("/proc/self"))("says so where no file can be made", async () => {
    const problem = await problemOf("file:/proc/bot.db");
    expect(problem.message).toBe('Opening the database "/proc/bot.db": the file cannot be opened or made');
  });

  test("says so when the folder is read-only", async () => {
    await chmod(folder, 0o555);
    const problem = await problemAsPlainUser(`file:${folder}/bot.db`);
    await chmod(folder, 0o755);
    expect(problem).toBe(`Opening the database "${folder}/bot.db": the bot may not write to the folder "${folder}"`);
  });

  test("says so when the folder cannot be made", async () => {
    await writeFile(join(folder, "taken"), "");
    expect((await problemOf(`file:${folder}/taken/bot.db`)).message).toContain("taken");
  });
});

describe("DATABASE_URL", () => {
  test("may be relative, absolute or a full address", () => {
    expect(databasePathOf("file:./data/bot.db")).toBe(join(process.cwd(), "data/bot.db"));
    expect(databasePathOf("file:/srv/bot.db")).toBe("/srv/bot.db");
    expect(databasePathOf("file:///srv/my%20bot.db")).toBe("/srv/my bot.db");
  });

  test.each(["", "bot.db", "file:", "mysql://x", "file://host/share/bot.db"])("refuses %j", async (url) => {
    expect((await problemOf(url)).hint).toContain("file:./data/bot.db");
  });
});
