import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteFile from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sleep } from "../../runtime/sleep.ts";
import { UsageError } from "../../runtime/errors.ts";
import { openDatabase } from "../database.ts";
import type { Store } from "../store.ts";
import type { AskedQuestion, Vote } from "../../journal/records.ts";
import type { Journal } from "./journal.ts";
import { openJournalReadOnly } from "../read-only.ts";
import { DATABASES, type TestPlace } from "../../../test/support/database/databases.ts";

let place: TestPlace;
let store: Store;

/** After 2038, so that a time of 32 bits would show. */
const T = Date.UTC(2040, 0, 1);

function question(id: string, change: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    id,
    at: T,
    text: "как перенести чат",
    outcome: "suggest",
    itemId: undefined,
    confidence: 0.25,
    place: "private",
    person: "somebody",
    chosenEntryId: undefined,
    handled: undefined,
    setback: undefined,
    ...change,
  };
}

function vote(change: Partial<Vote> = {}): Vote {
  const value = { value: "down", reason: "unclear", questionId: "q" } as const;
  return { voter: "v", entryId: "a", at: T, ...value, ...change };
}

async function idsBetween(from: number, to: number): Promise<readonly string[]> {
  return (await store.journal.between(from, to)).map(({ id }) => id);
}

describe.each(DATABASES)("the journal in $name", (database) => {
  beforeEach(async () => {
    place = await database.newPlace();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  test("the first setback of a question stays, whatever follows and however often it is noted", async () => {
    await store.journal.record(question("q"));
    const noted = async () => (await store.journal.find("q"))?.setback;
    await store.journal.setBack("q", "disliked", T + 1);
    expect(await noted()).toBeUndefined();
    await store.journal.setBack("q", "disliked", T);
    await store.journal.setBack("q", "asked-again", T);
    await store.journal.setBack("gone", "asked-again", T);
    expect(await noted()).toBe("disliked");
    await store.journal.takeBack("q", "asked-again");
    expect(await noted()).toBe("disliked");
    await store.journal.takeBack("q", "disliked");
    expect(await noted()).toBeUndefined();
    await store.journal.setBack("q", "handed-over", T);
    await store.journal.record(question("q"));
    expect(await noted()).toBe("handed-over");
  });

  test("what one person asked lately is found, newest first and twenty at most", async () => {
    const lately = async (person: string, from: number) =>
      (await store.journal.askedBy(person, from)).map(({ id }) => id);
    for (let n = 10; n < 35; n++) await store.journal.record(question(`q${n}`, { at: T + n }));
    await store.journal.record(question("another's", { at: T + 34, person: "another" }));
    expect(await lately("somebody", T + 33)).toEqual(["q34", "q33"]);
    expect(await lately("somebody", T)).toHaveLength(20);
    expect(await lately("nobody", T)).toEqual([]);
  });

  test("a question is found as it was recorded, with and without what is optional", async () => {
    const whole = question("whole", { outcome: "answer", itemId: "a", chosenEntryId: "b" });
    const bare = question("bare", { outcome: "none", confidence: undefined, place: "group" });
    await store.journal.record(whole);
    await store.journal.record(bare);
    expect(await store.journal.find("whole")).toEqual(whole);
    expect(await store.journal.find("bare")).toEqual(bare);
    expect(await store.journal.find("other")).toBeUndefined();
  });

  test("a question recorded twice stays as it was the first time", async () => {
    await store.journal.record(question("q"));
    await store.journal.choose("q", "a");
    await store.journal.record(question("q", { text: "другой" }));
    expect(await store.journal.between(0, T + 1)).toEqual([question("q", { chosenEntryId: "a" })]);
  });

  test("questions are read by time, the end of the span not included", async () => {
    for (const at of [3, 1, 2]) await store.journal.record(question(`q${at}`, { at }));
    expect(await idsBetween(1, 3)).toEqual(["q1", "q2"]);
  });

  test("the last choice counts, and a choice for a question that is gone does no harm", async () => {
    await store.journal.record(question("q"));
    await store.journal.choose("q", "a");
    await store.journal.choose("q", "b");
    await store.journal.choose("gone", "b");
    expect((await store.journal.find("q"))?.chosenEntryId).toBe("b");
  });

  test("many questions are marked as handled at once, and marks that end alike taken away", async () => {
    const ids = Array.from({ length: 1_200 }, (_, index) => `q${index}`);
    for (const id of ids.slice(0, 3)) await store.journal.record(question(id));
    await store.journal.markHandled(ids.toReversed(), "taught:a");
    expect((await store.journal.find("q0"))?.handled).toBe("taught:a");
    await store.journal.markHandled(["q1"], "taught:b:100%_");
    await store.journal.markHandled(["q2"], "taught:b:100ab");
    await store.journal.unmark(":100%_");
    expect((await store.journal.find("q0"))?.handled).toBe("taught:a");
    expect((await store.journal.find("q1"))?.handled).toBeUndefined();
    expect((await store.journal.find("q2"))?.handled).toBe("taught:b:100ab");
  });

  test("of what nobody has dealt with the newest are found, and of what bears a mark", async () => {
    const none = { outcome: "none", confidence: undefined } as const;
    const sure = { outcome: "answer", itemId: "a", confidence: 0.6 } as const;
    await store.journal.record(question("answered", sure));
    await store.journal.record(question("tapped", { chosenEntryId: "a" }));
    await store.journal.record(question("long ago", { ...none, at: T - 9 }));
    await store.journal.record(question("before", { ...none, at: T - 1 }));
    await store.journal.record(question("hidden", { ...none, handled: "hidden:hidden" }));
    await store.journal.record(question("taught", { ...none, handled: "taught:a" }));
    await store.journal.record(question("none", none));
    await store.journal.record(question("suggested"));
    const ids = (found: readonly AskedQuestion[]) => found.map(({ id }) => id);
    const { journal } = store;
    expect(ids(await journal.unanswered(T - 1, 9))).toEqual(["suggested", "none", "before"]);
    expect(ids(await journal.unanswered(T - 1, 2))).toEqual(["suggested", "none"]);
    expect(ids(await journal.marked("hidden:", 0, 9))).toEqual(["hidden"]);
    const open = await journal.findOpen(["gone", "hidden", "answered"]);
    expect(ids(open)).toEqual(["answered"]);
  });

  test("many are read page by page, none twice, though all were asked at one moment", async () => {
    const ids = Array.from({ length: 600 }, (_, n) => `q${String(n).padStart(3, "0")}`);
    await Promise.all(ids.map((id) => store.journal.record(question(id))));
    const found = async (limit: number) => (await store.journal.unanswered(0, limit)).map(({ id }) => id);
    expect(await found(1_000)).toEqual(ids.toReversed());
    expect(await found(501)).toEqual(ids.toReversed().slice(0, 501));
  });

  test("a question that was kept whole by an older version is read cut", async () => {
    await store.journal.record(question("q", { text: "как нам перенести чат ".repeat(180) }));
    const found = await store.journal.find("q");
    expect(found?.text).toMatch(/^как нам перенести .*…$/u);
    expect(found?.text.length).toBeLessThanOrEqual(500);
  });

  test("of a long journal the newest are kept, whatever their number", async () => {
    const ids = Array.from({ length: 1_203 }, (_, n) => `q${n}`);
    const asked = ids.map((id, n) => question(id, { at: T + n }));
    await Promise.all(asked.map((one) => store.journal.record(one)));
    expect(await store.journal.keepNewest(2_000)).toBe(0);
    expect(await store.journal.keepNewest(3)).toBe(1_200);
    expect(await idsBetween(0, T + 9_999)).toEqual(["q1200", "q1201", "q1202"]);
  });

  test("pruning deletes what is older, forgetting what is of one person", async () => {
    await store.journal.record(question("old", { at: T - 1 }));
    await store.journal.record(question("mine", { person: "me" }));
    await store.journal.record(question("other"));
    expect(await store.journal.prune(T)).toBe(1);
    expect(await store.journal.forgetPerson("me")).toBe(1);
    expect(await idsBetween(0, T + 1)).toEqual(["other"]);
  });

  test("a person has one vote on an entry, which he can change", async () => {
    await store.votes.cast(vote());
    await store.votes.cast(vote({ entryId: "b" }));
    const changed = vote({ value: "up", reason: undefined, questionId: undefined, at: T + 1 });
    await store.votes.cast(changed);
    expect(await store.votes.between(0, T + 2)).toEqual([vote({ entryId: "b" }), changed]);
  });

  test("votes are deleted by age and by key", async () => {
    await store.votes.cast(vote({ at: 1 }));
    await store.votes.cast(vote({ voter: "w" }));
    await store.votes.cast(vote({ voter: "w", entryId: "b" }));
    expect(await store.votes.prune(T)).toBe(1);
    const keys = [
      { voter: "w", entryId: "b" },
      { voter: "w", entryId: "c" },
    ];
    expect(await store.votes.forget(keys)).toBe(1);
    expect(await store.votes.between(0, T + 1)).toEqual([vote({ voter: "w" })]);
  });

  test("a secret stays the same, each name has its own, and they outlive the process", async () => {
    const first = await store.secrets.secret("votes");
    expect(first.length).toBeGreaterThanOrEqual(40);
    expect(await store.secrets.secret("other")).not.toBe(first);
    await store.close();
    store = await place.open();
    expect(await store.secrets.secret("votes")).toBe(first);
  });

  test("a day has one salt, and the salts of past days are deleted", async () => {
    const first = await store.secrets.saltOf("2025-09-01");
    expect(await store.secrets.saltOf("2025-09-01")).toBe(first);
    const second = await store.secrets.saltOf("2025-09-02");
    expect(second).not.toBe(first);
    expect(await store.secrets.saltOf("2025-09-01")).not.toBe(first);
    await store.secrets.deleteSaltsExcept("2025-09-03");
    expect(await store.secrets.saltOf("2025-09-02")).not.toBe(second);
  });

  test("the journal can be read beside the bot, and nothing is written so", async () => {
    await store.lease.hold({
      log: { info: () => undefined, warn: () => undefined },
      sleep,
      now: () => T,
    });
    const reading = await openJournalReadOnly(place.url);
    await store.journal.record(question("later"));
    await store.votes.cast(vote());
    expect(await reading.journal.find("later")).toEqual(question("later"));
    const { entryId, value } = vote();
    const { votes } = await reading.tallies({ from: 0, to: T + 1 });
    expect(votes).toMatchObject([{ entryId, value, count: 1, firstAt: vote().at }]);
    const { journal }: { readonly journal: Partial<Journal> } = reading;
    await expect(journal.prune?.(T + 1)).rejects.toThrow(/read-?only/u);
    await reading.close();
  });
});

describe("a file", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "journal-"));
    store = await openDatabase(`file:${folder}/bot.db`);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  test("what was asked is gone from the file once it is pruned", async () => {
    await store.journal.record(question("q", { text: "секрет-родителя" }));
    await store.journal.prune(T + 1);
    await store.close();
    expect((await readFile(join(folder, "bot.db"))).includes("секрет-родителя")).toBe(false);
    store = await openDatabase(`file:${folder}/bot.db`);
  });

  test("without a database, or with one that has no journal, the reader is told", async () => {
    const missing = openJournalReadOnly(`file:${folder}/none.db`);
    await expect(missing).rejects.toThrow(UsageError);
    await expect(missing).rejects.toThrow("there is no such file");
    await expect(readFile(join(folder, "none.db"))).rejects.toThrow("ENOENT");
    await writeFile(join(folder, "empty.db"), "");
    await expect(openJournalReadOnly(`file:${folder}/empty.db`)).rejects.toThrow("no journal");
    const old = new SqliteFile(join(folder, "bot.db"));
    old.exec("drop index question_left; alter table question drop column setback");
    old.close();
    await expect(openJournalReadOnly(`file:${folder}/bot.db`)).rejects.toThrow("of this version");
  });
});
