import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LAST_REPLY_KEPT_MS, type LastReply } from "../dialog/last-reply.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { silentLog } from "../../test/support/logs.ts";
import { createLastReplies } from "./last-replies.ts";

const PERSON = 9_000_000_042;
const FIRST: LastReply = {
  kind: "answer",
  itemIds: ["a"],
  offeredIds: ["b"],
  questionId: "q",
};
const SECOND: LastReply = {
  kind: "suggest",
  itemIds: [],
  offeredIds: ["c"],
  questionId: undefined,
};

let folder: string;
let store: Store;
let time = 1_000;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "last-replies-"));
  store = await openDatabase(`file:${folder}/bot.db`, () => time);
  time = 1_000;
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function replies() {
  return createLastReplies(store.lastReplies, () => time, silentLog);
}

const said = { updateKey: "one", userId: PERSON, last: undefined, about: FIRST };

test("what was said is known to the next update, in every process, for half an hour", async () => {
  await replies().keep(said);
  expect(await replies().before("two", PERSON)).toEqual(FIRST);
  expect(await replies().before("two", PERSON + 1)).toBeUndefined();
  time += LAST_REPLY_KEPT_MS + 1;
  expect(await replies().before("two", PERSON)).toBeUndefined();
});

test("an update that is handled again finds what it found before", async () => {
  await replies().keep(said);
  await replies().keep({ ...said, updateKey: "two", last: FIRST, about: SECOND });
  expect(await replies().before("two", PERSON)).toEqual(FIRST);
  expect(await replies().before("three", PERSON)).toEqual(SECOND);
});

test("a reply about nothing leaves what was said before", async () => {
  await replies().keep(said);
  await replies().keep({ ...said, updateKey: "two", last: FIRST, about: undefined });
  expect(await replies().before("three", PERSON)).toEqual(FIRST);
});

test("what another version wrote, and a database that fails, are as if nothing was said", async () => {
  await store.lastReplies.write(PERSON, '{"kind":"song"}');
  expect(await replies().before("two", PERSON)).toBeUndefined();
  const broken = createLastReplies(
    {
      read: () => Promise.reject(new Error("full")),
      write: () => Promise.reject(new Error("full")),
    },
    () => time,
    silentLog,
  );
  await broken.keep(said);
  expect(await broken.before("two", PERSON)).toBeUndefined();
});
