import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { observedInbox } from "./observed-inbox.ts";

// What is heard of a real inbox, which does its work as if nobody looked on.

let folder = "";
let store: Store;
let heard: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "observed-"));
  store = await openDatabase(`file:${folder}/bot.db`);
  heard = [];
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const observed = () =>
  observedInbox(store.inbox, {
    received: (delivered, added) => void heard.push(`${delivered} delivered, ${added} new`),
    repeated: (count) => void heard.push(`${count} repeated`),
    looking: () => void heard.push("looking"),
    looked: () => void heard.push("looked"),
  });

const update = (key: string) => ({ key, lane: key, payload: "{}", receivedAt: 1 });
const ALL = { exceptLanes: [], limit: 10 };

test("what is delivered again is told from what is new", async () => {
  const inbox = observed();
  await inbox.receive([update("m:a")]);
  expect(await inbox.receive([update("m:a"), update("m:b")])).toBe(1);
  expect(heard).toEqual(["1 delivered, 1 new", "2 delivered, 1 new"]);
});

test("an update that another process began and did not finish may be a repeated answer", async () => {
  await store.inbox.receive([update("m:a"), update("m:b")]);
  await store.inbox.claim([1]);
  await store.close();
  store = await openDatabase(`file:${folder}/bot.db`);
  const inbox = observed();
  await inbox.claim([1, 2]);
  await inbox.claim([1, 2]);
  expect(heard).toEqual(["1 repeated", "0 repeated"]);
});

test("a look at the inbox is heard of when it begins and when it ends, also badly", async () => {
  const inbox = observed();
  expect((await inbox.pending(ALL)).updates).toEqual([]);
  await store.close();
  await expect(inbox.pending(ALL)).rejects.toThrow("database");
  expect(heard).toEqual(["looking", "looked", "looking", "looked"]);
});
