import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteFile from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OutsideError } from "../../runtime/errors.ts";
import { openDatabase } from "../database.ts";
import type { Store } from "../store.ts";
import type { ReceivedUpdate } from "./inbox.ts";

// What the file of the inbox in SQLite holds and does not hold.

let folder = "";
let store: Store;
let time = 1_000;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "inbox-"));
  time = 1_000;
  await open();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function open(): Promise<void> {
  store = await openDatabase(`file:${folder}/bot.db`, () => time);
}

function update(key: string, lane = "user:1", payload = `"${key}"`): ReceivedUpdate {
  return { key, lane, payload, receivedAt: time };
}

async function keysOfPending(exceptLanes: readonly string[] = []): Promise<string[]> {
  const { updates } = await store.inbox.pending({ exceptLanes, limit: 10 });
  return updates.map(({ key }) => key);
}

async function idOf(key: string): Promise<number> {
  const { updates } = await store.inbox.pending({ exceptLanes: [], limit: 10 });
  const id = updates.find((candidate) => candidate.key === key)?.id;
  if (id === undefined) throw new Error(`"${key}" is not pending`);
  return id;
}

test("a process that woke after its lease was taken over, and claims, keeps nobody from noting what is done", async () => {
  await store.inbox.receive([update("a")]);
  const id = await idOf("a");
  await store.inbox.claim([id]);
  const woken = await openDatabase(`file:${folder}/bot.db`, () => time);
  await woken.inbox.claim([id]);
  await store.inbox.done(id);
  expect(await keysOfPending()).toEqual([]);
  await woken.close();
});

test("what people wrote, and who they are, is gone from all files once it is handled and the bot has stopped", async () => {
  await store.inbox.receive([update("a", "user:774411229", '"секрет-родителя"')]);
  await store.inbox.done(await idOf("a"));
  await store.close();
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file))));
  const written = Buffer.concat(files).toString();
  expect(written).not.toContain("секрет-родителя");
  expect(written).not.toContain("774411229");
  await open();
});

test("on a full disk neither the updates nor the marker are saved, and the reason is told", async () => {
  await store.inbox.receive([], { source: "polling:1", value: "1" });
  await store.close();
  const file = new SqliteFile(join(folder, "bot.db"));
  file.exec(
    "create trigger full before update on marker begin select raise(rollback, 'database or disk is full'); end",
  );
  file.close();
  await open();
  const saving = store.inbox.receive([update("a")], { source: "polling:1", value: "2" });
  await expect(saving).rejects.toThrow(OutsideError);
  await expect(saving).rejects.toThrow("disk is full");
  expect(await keysOfPending()).toEqual([]);
  expect(await store.inbox.marker("polling:1")).toBe("1");
});

test("nothing is lost when the process is killed between taking and handling", async () => {
  await store.close();
  const script = `
    const { openDatabase } = await import(${JSON.stringify(new URL("../database.ts", import.meta.url).href)});
    const store = await openDatabase(${JSON.stringify(`file:${folder}/bot.db`)});
    const update = { key: "a", lane: "user:1", payload: "{}", receivedAt: 1 };
    await store.inbox.receive([update], { source: "polling:1", value: "5" });
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
  await open();
  expect(await keysOfPending()).toEqual(["a"]);
  expect(await store.inbox.marker("polling:1")).toBe("5");
});
