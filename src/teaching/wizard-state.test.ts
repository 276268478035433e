import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { createDrafts, type Drafts } from "./wizard-state.ts";

const HOUR_MS = 3_600_000;
const ADMIN = 42;

let folder = "";
let store: Store;
let now = 0;
let drafts: Drafts;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drafts-"));
  store = await openDatabase(`file:${join(folder, "bot.db")}`);
  now = 1_000;
  drafts = createDrafts(store.chatStates, () => now);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

it("a draft is the same when it is read, for him who wrote it", async () => {
  const draft = {
    question: "Где чат?",
    from: { pool: "disliked", questionId: "abcDEF012_-45678" },
    taken: { messageId: "mid.1", step: "question" },
  } as const;
  await drafts.write(ADMIN, draft);
  expect(await drafts.read(ADMIN)).toEqual(draft);
  expect(await drafts.read(43)).toBeUndefined();
});

it("an hour after the last step it is gone, from the database too", async () => {
  await drafts.write(ADMIN, { question: "Где чат?" });
  now += HOUR_MS - 1;
  expect(await drafts.read(ADMIN)).toBeDefined();
  await drafts.write(ADMIN, { question: "Где чат?", answer: "Там." });
  now += HOUR_MS;
  expect(await drafts.read(ADMIN)).toBeUndefined();
  expect(await store.chatStates.read(ADMIN)).toBeUndefined();
});

it.each(["", "{", '{"kind":"other","at":1000}'])("what is no draft is none: %s", async (text) => {
  await store.chatStates.write(ADMIN, text);
  expect(await drafts.read(ADMIN)).toBeUndefined();
});
