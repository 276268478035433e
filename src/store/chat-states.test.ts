import SqliteFile from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OutsideError } from "../runtime/errors.ts";
import { databasePathOf } from "./database-url.ts";
import type { Store } from "./store.ts";
import { DATABASES, SQLITE, type TestPlace } from "../../test/support/database/databases.ts";

const GROUP = -70_801_090_403_050;
let place: TestPlace;
let store: Store;

describe.each(DATABASES)("the states of chats in $name", (database) => {
  beforeEach(async () => {
    place = await database.newPlace();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  test("each chat has its own state, and one that was never written has none", async () => {
    await store.chatStates.write(GROUP, '{"a":1}');
    await store.chatStates.write(7, '{"b":2}');
    expect(await store.chatStates.read(GROUP)).toBe('{"a":1}');
    expect(await store.chatStates.read(7)).toBe('{"b":2}');
    expect(await store.chatStates.read(8)).toBeUndefined();
  });

  test("a state is replaced", async () => {
    await store.chatStates.write(GROUP, "{}");
    await store.chatStates.write(GROUP, '{"a":1}');
    expect(await store.chatStates.read(GROUP)).toBe('{"a":1}');
  });

  test("a state is kept over a restart", async () => {
    await store.chatStates.write(GROUP, '{"a":1}');
    await store.close();
    store = await place.open();
    expect(await store.chatStates.read(GROUP)).toBe('{"a":1}');
  });

  test("a state that was removed is gone, and removing it again does no harm", async () => {
    await store.chatStates.write(GROUP, "{}");
    await store.chatStates.remove(GROUP);
    await store.chatStates.remove(GROUP);
    expect(await store.chatStates.read(GROUP)).toBeUndefined();
  });

  test("old states of persons are pruned, those of groups stay", async () => {
    await store.chatStates.write(GROUP, "{}");
    await store.chatStates.write(7, "{}");
    expect(await store.chatStates.prunePersons(0)).toBe(0);
    expect(await store.chatStates.prunePersons(Number.MAX_SAFE_INTEGER)).toBe(1);
    expect(await store.chatStates.read(GROUP)).toBe("{}");
  });
});

describe("the states of chats in a file", () => {
  let time = 1_000;
  beforeEach(async () => {
    time = 1_000;
    place = await SQLITE.newPlace();
    store = await place.open(() => time);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  function change(...statements: readonly string[]): unknown[] {
    const file = new SqliteFile(databasePathOf(place.url));
    try {
      return statements.flatMap((statement) => {
        const prepared = file.prepare(statement);
        return statement.startsWith("select") ? prepared.all() : [prepared.run()];
      });
    } finally {
      file.close();
    }
  }

  test("the row of a state says when it was written last", async () => {
    await store.chatStates.write(GROUP, "{}");
    time = 2_000;
    await store.chatStates.write(GROUP, '{"a":1}');
    expect(change("select chat_id, updated_at from chat_state")).toEqual([{ chat_id: GROUP, updated_at: 2_000 }]);
  });

  test("a file written before there were states gets their table and keeps what it had", async () => {
    await store.inbox.receive([], { source: "polling:1", value: "5" });
    await store.close();
    change("drop table chat_state", "drop table lease", "delete from kysely_migration where name > '001-inbox'");
    store = await place.open();
    await store.chatStates.write(GROUP, "{}");
    expect(await store.chatStates.read(GROUP)).toBe("{}");
    expect(await store.inbox.marker("polling:1")).toBe("5");
  });

  test("who spoke in a group is forgotten where an older version kept it", async () => {
    const turns = '{"isQuiet":true,"answers":[],"turns":[{"userId":774411229,"at":1}]}';
    await store.chatStates.write(GROUP, turns);
    await store.chatStates.write(7, '{"userId":1}');
    await store.close();
    change("delete from kysely_migration where name > '013-progress'");
    store = await place.open();
    expect(await store.chatStates.read(GROUP)).toBe('{"isQuiet":true,"answers":[],"turns":[]}');
    expect(await store.chatStates.read(7)).toBe('{"userId":1}');
  });

  test("a database that fails is told as such", async () => {
    await store.close();
    change(
      "create trigger full before insert on chat_state begin select raise(rollback, 'database or disk is full'); end",
    );
    store = await place.open();
    const saving = store.chatStates.write(GROUP, "{}");
    await expect(saving).rejects.toThrow(OutsideError);
    await expect(saving).rejects.toThrow("disk is full");
  });
});
