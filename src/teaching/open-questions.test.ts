import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { NOW, question } from "../../test/support/journal/records.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { createOpenQuestions, type OpenQuestions } from "./open-questions.ts";

let folder = "";
let store: Store;
let reads = 0;
let questions: OpenQuestions;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-questions-"));
  store = await openDatabase(`file:${folder}/bot.db`);
  reads = 0;
  const { journal, votes } = store;
  const counted: typeof journal.unanswered = (from, limit) => {
    reads += 1;
    return journal.unanswered(from, limit);
  };
  questions = createOpenQuestions({
    journal: { ...journal, unanswered: counted },
    votes,
    faq: () => SMALL_FAQ,
    now: () => NOW,
    retentionDays: 90,
  });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const texts = async () => (await questions.list("unanswered")).map(({ text }) => text);

test("however often the list is opened at once, it is made one at a time, and twice in all", async () => {
  await store.journal.record(question("q", { text: "когда экскурсия" }));
  const lists = await Promise.all(Array.from({ length: 20 }, texts));
  expect(lists).toEqual(Array.from({ length: 20 }, () => ["когда экскурсия"]));
  expect(reads).toBe(2);
});

test("what is dealt with while a list is made is in none that is opened after it", async () => {
  await store.journal.record(question("q", { text: "когда экскурсия" }));
  await store.journal.record(question("r", { text: "форма одежды" }));
  const before = texts();
  const [group] = await questions.list("unanswered");
  if (group === undefined) throw new Error("there is no group");
  await questions.hide(group, "unanswered", group.ids[0] ?? "");
  const after = texts();
  expect(await before).toHaveLength(2);
  expect(await after).toHaveLength(1);
});

test("a list that cannot be made holds up no later one", async () => {
  await store.journal.record(question("q", { text: "когда экскурсия" }));
  const { journal } = store;
  let isBroken = true;
  const breaking: typeof journal.unanswered = async (from, limit) => {
    if (isBroken) throw new Error("boom");
    return journal.unanswered(from, limit);
  };
  const parts = { votes: store.votes, faq: () => SMALL_FAQ, now: () => NOW, retentionDays: 90 };
  const open = createOpenQuestions({
    ...parts,
    journal: { ...journal, unanswered: breaking },
  });
  const failing = [open.list("unanswered"), open.list("unanswered")];
  for (const list of failing) await expect(list).rejects.toThrow("boom");
  isBroken = false;
  expect(await open.list("unanswered")).toHaveLength(1);
});
