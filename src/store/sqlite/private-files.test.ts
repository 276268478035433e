import { execFileSync } from "node:child_process";
import { appendFile, chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRecordingLog } from "../../../test/support/logs.ts";
import { openDatabase } from "../database.ts";

// Whoever has an account on the machine of the bot reads nothing of what people wrote.

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "private-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function modesIn(place: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(place);
  const modes = names.map(async (name) => [name, await modeOf(join(place, name))] as const);
  return Object.fromEntries(await Promise.all(modes));
}

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

const update = { key: "a", lane: "a", payload: "{}", receivedAt: 1 };
const CLOSED = { "bot.db": "600", "bot.db-wal": "600", "bot.db-shm": "600" };

/** Whether the log of changes outlives a close, and how long, is for SQLite to say: an empty one stands in. */
async function openUp(mode: number): Promise<void> {
  for (const name of Object.keys(CLOSED)) {
    await appendFile(join(folder, name), "");
    await chmod(join(folder, name), mode).catch(() => undefined);
  }
}

test("the database and what stands beside it are for the bot alone, a folder that it makes as well", async () => {
  const store = await openDatabase(`file:${folder}/data/bot.db`);
  await store.inbox.receive([update]);
  expect(await modesIn(join(folder, "data"))).toEqual(CLOSED);
  expect(await modeOf(join(folder, "data"))).toBe("700");
  await store.close();
});

test("those of an older version are closed at the start, with a line in the log, and a folder that is there is left", async () => {
  const before = await openDatabase(`file:${folder}/bot.db`);
  await before.inbox.receive([update]);
  await before.close();
  await openUp(0o644);
  await chmod(folder, 0o755);
  const log = createRecordingLog();
  const store = await openDatabase(`file:${folder}/bot.db`, Date.now, log);
  await store.inbox.receive([update]);
  expect(await modesIn(folder)).toEqual(CLOSED);
  expect(await modeOf(folder)).toBe("755");
  const told = log.lines.filter((line) => line.includes("Closed to other users"));
  expect(told).toHaveLength(3);
  await store.close();
});

test.runIf(process.getuid?.() === 0)(
  "one that belongs to another user is used as it is, and the log tells of it",
  async () => {
    await (await openDatabase(`file:${folder}/bot.db`)).close();
    await openUp(0o666);
    await chmod(folder, 0o777);
    const script = `
      const { openDatabase } = await import(${JSON.stringify(new URL("../database.ts", import.meta.url).href)});
      process.setuid(65534);
      const tell = (fields, message) => console.log(message);
      const store = await openDatabase("file:${folder}/bot.db", Date.now, { info: tell, warn: tell });
      console.log(await store.inbox.receive([${JSON.stringify(update)}]));
      await store.close();`;
    const argv = ["--import", "tsx", "--input-type=module", "-e", script];
    const said = execFileSync(process.execPath, argv, { encoding: "utf8" });
    expect(said).toContain("that cannot be changed");
    expect(said.trim().endsWith("1")).toBe(true);
    expect(await modeOf(join(folder, "bot.db"))).toBe("666");
  },
);
