import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteFile from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OutsideError } from "../errors.ts";
import { openDatabase, type Store } from "./database.ts";

const GROUP = -70_801_090_403_050;
let folder = "";
let store: Store;
let time = 1_000;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chat-states-"));
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

function change(statement: string): unknown[] {
  const file = new SqliteFile(join(folder, "bot.db"));
  try {
    return file.prepare(statement).all();
  } finally {
    file.close();
  }
}

test("each chat has its own state, and one that was never written has none", async () => {
  await store.chatStates.write(GROUP, '{"a":1}');
  await store.chatStates.write(7, '{"b":2}');
  expect(await store.chatStates.read(GROUP)).toBe('{"a":1}');
  expect(await store.chatStates.read(7)).toBe('{"b":2}');
  expect(await store.chatStates.read(8)).toBeUndefined();
});

test("a state is replaced, and its row says when", async () => {
  await store.chatStates.write(GROUP, "{}");
  time = 2_000;
  await store.chatStates.write(GROUP, '{"a":1}');
  expect(await store.chatStates.read(GROUP)).toBe('{"a":1}');
  expect(change("select chat_id, updated_at from chat_state")).toEqual([
    { chat_id: GROUP, updated_at: 2_000 },
  ]);
});

test("a state is kept over a restart", async () => {
  await store.chatStates.write(GROUP, '{"a":1}');
  await store.close();
  await open();
  expect(await store.chatStates.read(GROUP)).toBe('{"a":1}');
});

test("a state that was removed is gone, and removing it again does no harm", async () => {
  await store.chatStates.write(GROUP, "{}");
  await store.chatStates.remove(GROUP);
  await store.chatStates.remove(GROUP);
  expect(await store.chatStates.read(GROUP)).toBeUndefined();
});

test("a file written before there were states gets their table and keeps what it had", async () => {
  await store.inbox.receive([], { source: "polling:1", value: "5" });
  await store.close();
  const file = new SqliteFile(join(folder, "bot.db"));
  file.exec("drop table chat_state; drop table lease");
  file.exec("delete from kysely_migration where name > '001-inbox'");
  file.close();
  await open();
  await store.chatStates.write(GROUP, "{}");
  expect(await store.chatStates.read(GROUP)).toBe("{}");
  expect(await store.inbox.marker("polling:1")).toBe("5");
});

test("a database that fails is told as such", async () => {
  await store.close();
  const file = new SqliteFile(join(folder, "bot.db"));
  file.exec(
    "create trigger full before insert on chat_state begin select raise(rollback, 'database or disk is full'); end",
  );
  file.close();
  await open();
  const saving = store.chatStates.write(GROUP, "{}");
  await expect(saving).rejects.toThrow(OutsideError);
  await expect(saving).rejects.toThrow("disk is full");
});
