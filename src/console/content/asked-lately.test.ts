import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqlite } from "../../store/sqlite/open-sqlite.ts";
import type { Store } from "../../store/store.ts";
import { NOW, questionOf } from "../../../test/support/console/school.ts";
import { askedLately, MAX_QUESTIONS, type ReadPage } from "./asked-lately.ts";

let folder = "";
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "asked-"));
  store = await openSqlite(`file:${folder}/bot.db`, Date.now);
  const texts = ["давно", "Где чат?", "мой телефон [телефон] сломался", "где  чат", "[телефон]"];
  for (const [number, text] of texts.entries())
    await store.journal.record(questionOf(number, text, number === 0 ? { at: NOW - 31 * 86_400_000 } : {}));
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test("is each wording of the last month once, the newest first, without what was masked", async () => {
  expect(await askedLately(store.journalPages, NOW)).toEqual(["где  чат", "мой телефон сломался"]);
});

test("is no more than can be tried at once, and stops reading where nothing new comes", async () => {
  const page = (kinds: number): ReadPage & { readonly read: () => number } => {
    let read = 0;
    return {
      read: () => read,
      page: async (_filter, { limit }) =>
        Array.from({ length: limit }, () => {
          read += 1;
          return { ...questionOf(read, `вопрос ${read % kinds}`), isDisliked: false };
        }),
    };
  };
  const many = page(1_000_000);
  expect(await askedLately(many, NOW)).toHaveLength(MAX_QUESTIONS);
  expect(many.read()).toBe(1_000);
  const few = page(3);
  expect(await askedLately(few, NOW)).toHaveLength(3);
  expect(few.read()).toBe(5_000);
});
