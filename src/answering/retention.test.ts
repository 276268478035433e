import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../../test/support/logs.ts";
import { createManualClock, type ManualClock } from "../../test/support/manual-clock.ts";
import { keepRetention, keptOf, type Kept } from "./retention.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Noon in Moscow. */
const NOON = Date.UTC(2025, 8, 1, 9);

let folder = "";
let store: Store;
let clock: ManualClock;
let stopping: AbortController;
let running: Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "retention-"));
  store = await openDatabase(`file:${folder}/bot.db`);
  clock = createManualClock(NOON);
  stopping = new AbortController();
  running = Promise.resolve();
});
afterEach(async () => {
  stopping.abort();
  await running;
  await store.close();
  await rm(folder, { recursive: true });
});

function keep(kept: readonly Kept[] = keptIn(store)): void {
  const { now, sleep } = clock;
  const rest = { now, sleep, log: silentLog, signal: stopping.signal };
  const { secrets, tidy } = store;
  running = keepRetention({ kept, secrets, tidy, retentionDays: 90, ...rest });
}

function keptIn({ journal, votes }: Store): readonly Kept[] {
  return [
    { what: "questions", prune: (before) => journal.prune(before) },
    { what: "votes", prune: (before) => votes.prune(before) },
  ];
}

async function fill(at: number): Promise<void> {
  const nothing = { itemId: undefined, confidence: undefined, chosenEntryId: undefined };
  const asked = { text: "вопрос", outcome: "none", place: "private", person: "p" } as const;
  await store.journal.record({
    id: `q${at}`,
    at,
    ...asked,
    ...nothing,
    handled: undefined,
    setback: undefined,
  });
  const vote = { value: "up", reason: undefined, questionId: undefined } as const;
  await store.votes.cast({ voter: `v${at}`, entryId: "a", at, ...vote });
}

async function bytesOfDatabase(): Promise<string> {
  const files = await readdir(folder);
  const bytes = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return Buffer.concat(bytes).toString("latin1");
}

async function left(): Promise<readonly [questions: number, votes: number]> {
  const questions = await store.journal.between(0, Infinity);
  return [questions.length, (await store.votes.between(0, Infinity)).length];
}

test("what is older than 90 days is deleted at the start and as it grows old", async () => {
  await fill(NOON - 90 * DAY_MS - 1);
  await fill(NOON - 90 * DAY_MS + 2 * HOUR_MS);
  await fill(NOON);
  keep();
  await clock.advance(1);
  expect(await left()).toEqual([2, 2]);
  await clock.advance(3 * HOUR_MS);
  expect(await left()).toEqual([1, 1]);
});

test("the salt of a day is gone at midnight in Moscow, not before", async () => {
  const salt = await store.secrets.saltOf("2025-09-01");
  keep();
  await clock.advance(12 * HOUR_MS - 1);
  expect(await store.secrets.saltOf("2025-09-01")).toBe(salt);
  await clock.advance(2);
  expect(await store.secrets.saltOf("2025-09-01")).not.toBe(salt);
});

test("what was deleted cannot be read from any file of the database, also while the bot runs", async () => {
  const salt = await store.secrets.saltOf("2025-09-01");
  await store.inbox.receive([{ key: "a", lane: "user:774411229", payload: "{}", receivedAt: 1 }]);
  const page = await store.inbox.pending({ exceptLanes: [], limit: 1 });
  await store.inbox.done(page.updates[0]?.id ?? 0);
  expect(await bytesOfDatabase()).toContain(salt);
  keep();
  await clock.advance(12 * HOUR_MS + 1);
  expect(await bytesOfDatabase()).not.toContain(salt);
  expect(await bytesOfDatabase()).not.toContain("774411229");
});

test("questions, and what was given up, are bounded in number as well", async () => {
  const bounds: number[] = [];
  const bounded = async (count: number) => {
    bounds.push(count);
    return 0;
  };
  const journal = { ...store.journal, keepNewest: bounded };
  const inbox = { ...store.inbox, keepNewestDeadLetters: bounded };
  await fill(NOON - 91 * DAY_MS);
  keep(keptOf({ ...store, journal, inbox }, clock.now));
  await clock.advance(1);
  expect(bounds).toEqual([200_000, 10_000]);
  expect(await left()).toEqual([0, 0]);
});

test("a database that fails is tried again, and keeps nothing else from being deleted", async () => {
  let failures = 0;
  await fill(NOON - 91 * DAY_MS);
  const failing: Kept = {
    what: "other things",
    prune: () => {
      failures += 1;
      return Promise.reject(new Error("disk full"));
    },
  };
  keep([failing, ...keptIn(store)]);
  await clock.advance(2 * HOUR_MS);
  expect(await left()).toEqual([0, 0]);
  expect(failures).toBeGreaterThanOrEqual(2);
});

test("it ends as soon as it is told to", async () => {
  keep();
  stopping.abort();
  await running;
  await fill(NOON - 91 * DAY_MS);
  await clock.advance(2 * DAY_MS);
  expect(await left()).toEqual([1, 1]);
});
