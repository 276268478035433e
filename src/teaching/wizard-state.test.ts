import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { createWizardStates, type WizardStates } from "./wizard-state.ts";

const HOUR_MS = 3_600_000;
const ADMIN = 42;

let folder = "";
let store: Store;
let now = 0;
let states: WizardStates;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wizard-"));
  store = await openDatabase(`file:${join(folder, "bot.db")}`);
  now = 1_000;
  states = createWizardStates(store.chatStates, () => now);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

it("the state is the same when it is read, for the one who wrote it", async () => {
  const state = {
    question: "Где чат?",
    from: { pool: "disliked", questionId: "abcDEF012_-45678" },
    taken: { messageId: "mid.1", step: "question" },
  } as const;
  await states.write(ADMIN, state);
  expect(await states.read(ADMIN)).toEqual(state);
  expect(await states.read(43)).toBeUndefined();
});

it("an hour after the last step it is gone, from the database too", async () => {
  await states.write(ADMIN, { question: "Где чат?" });
  now += HOUR_MS - 1;
  expect(await states.read(ADMIN)).toBeDefined();
  await states.write(ADMIN, { question: "Где чат?", answer: "Там." });
  now += HOUR_MS;
  expect(await states.read(ADMIN)).toBeUndefined();
  expect(await store.chatStates.read(ADMIN)).toBeUndefined();
});

it.each(["", "{", '{"kind":"other","at":1000}'])("what is no state is none: %s", async (text) => {
  await store.chatStates.write(ADMIN, text);
  expect(await states.read(ADMIN)).toBeUndefined();
});
