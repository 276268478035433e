import { expect, afterEach, beforeEach, describe, test } from "vitest";
import { CLAIM_MS, type ReceivedUpdate } from "./inbox.ts";
import type { Store } from "../store.ts";
import { DATABASES, type TestPlace } from "../../../test/support/database/databases.ts";

let place: TestPlace;
let store: Store;
let time = 1_000;

function update(key: string, lane = "user:1", payload = `"${key}"`): ReceivedUpdate {
  return { key, lane, payload, receivedAt: time };
}

async function keysOfPending(exceptLanes: readonly string[] = []): Promise<string[]> {
  const { updates } = await store.inbox.pending({ exceptLanes, limit: 10 });
  return updates.map(({ key }) => key);
}

async function idOf(key: string): Promise<number> {
  const { updates } = await store.inbox.pending({ exceptLanes: [], limit: 10 });
  const id = updates.find((candidate) => candidate.key === key)?.id;
  if (id === undefined) throw new Error(`"${key}" is not pending`);
  return id;
}

describe.each(DATABASES)("the inbox in $name", (database) => {
  beforeEach(async () => {
    time = 1_000;
    place = await database.newPlace();
    store = await place.open(() => time);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  test("an update delivered twice is taken once, within a batch and across batches", async () => {
    expect(await store.inbox.receive([update("a"), update("b"), update("a")])).toBe(2);
    expect(await store.inbox.receive([update("b"), update("c")])).toBe(1);
  });

  test("a batch larger than one statement is taken whole", async () => {
    const updates = Array.from({ length: 1_200 }, (_, index) => update(`k${index}`, `user:${index}`));
    expect(await store.inbox.receive(updates)).toBe(1_200);
  });

  test("a handled update is still recognised when it comes again", async () => {
    await store.inbox.receive([update("a")]);
    await store.inbox.done(await idOf("a"));
    expect(await store.inbox.receive([update("a")])).toBe(0);
    expect(await keysOfPending()).toEqual([]);
  });

  test("only the first update of each lane is offered, longest waiting first", async () => {
    await store.inbox.receive([update("a1"), update("b1", "user:0"), update("a2"), update("b2", "user:0")]);
    expect(await keysOfPending()).toEqual(["a1", "b1"]);
    await store.inbox.done(await idOf("a1"));
    expect(await keysOfPending()).toEqual(["b1", "a2"]);
    expect(await keysOfPending(["user:0"])).toEqual(["a2"]);
  });

  test("a failed update keeps its lane waiting until it is due", async () => {
    await store.inbox.receive([update("a1"), update("a2"), update("b1", "user:2")]);
    await store.inbox.failed(await idOf("a1"), "boom", 4_000);
    const page = await store.inbox.pending({ exceptLanes: [], limit: 10 });
    expect(page.updates.map(({ key }) => key)).toEqual(["b1"]);
    expect(page.nextDueInMs).toBe(4_000);
    time = 5_000;
    const later = await store.inbox.pending({ exceptLanes: [], limit: 10 });
    expect(later.updates.map(({ key, attempts }) => [key, attempts])).toEqual([
      ["a1", 1],
      ["b1", 0],
    ]);
    expect(later.nextDueInMs).toBeUndefined();
  });

  test("what would be due in more than an hour was written before the clock was set back, and is due", async () => {
    await store.inbox.receive([update("a1")]);
    await store.inbox.failed(await idOf("a1"), "boom", 4_000);
    time -= 3_600_000;
    expect(await keysOfPending()).toEqual(["a1"]);
  });

  test("a chat with a tap at its head is offered before those that wait longer", async () => {
    await store.inbox.receive([
      update("a1"),
      { ...update("b1", "user:2"), isUrgent: true },
      update("c1", "user:3"),
      { ...update("c2", "user:3"), isUrgent: true },
    ]);
    expect(await keysOfPending()).toEqual(["b1", "a1", "c1"]);
  });

  test("an update given up can be taken up again, or dropped, once", async () => {
    await store.inbox.receive([update("a"), update("b", "user:2")]);
    const [a, b] = [await idOf("a"), await idOf("b")];
    await store.inbox.failed(a, "boom", 4_000);
    await store.inbox.giveUp(a, "boom");
    time += 10;
    await store.inbox.giveUp(b, "bang");
    const deadLetters = await store.inbox.deadLetters({ limit: 10, offset: 0 });
    expect(deadLetters.map(({ id, error, payload }) => [id, error, payload])).toEqual([
      [b, "bang", '"b"'],
      [a, "boom", '"a"'],
    ]);
    expect(await store.inbox.retryDeadLetter(a)).toBe(true);
    expect(await store.inbox.retryDeadLetter(a)).toBe(false);
    expect(await store.inbox.dropDeadLetter(a)).toBe(false);
    expect(await store.inbox.dropDeadLetter(b)).toBe(true);
    expect(await store.inbox.dropDeadLetter(b)).toBe(false);
    const page = await store.inbox.pending({ exceptLanes: [], limit: 10 });
    expect(page.updates).toMatchObject([{ key: "a", attempts: 0 }]);
    expect(await store.inbox.receive([update("b", "user:2")])).toBe(0);
  });

  test("the size tells what waits, for how long, and what was given up", async () => {
    expect(await store.inbox.size()).toEqual({
      pending: 0,
      deadLetters: 0,
      oldestPendingMs: undefined,
    });
    await store.inbox.receive([update("a1"), update("a2"), update("b", "user:2")]);
    await store.inbox.giveUp(await idOf("b"), "boom");
    time += 250;
    expect(await store.inbox.size()).toEqual({ pending: 2, deadLetters: 1, oldestPendingMs: 250 });
  });

  test("an update that a process began and never settled is told from a new one", async () => {
    await store.inbox.receive([update("a"), update("b", "user:2"), update("c", "user:3")]);
    const ids = [await idOf("a"), await idOf("b"), await idOf("c")];
    const begun = ids.slice(0, 2);
    expect(await store.inbox.claim(begun)).toEqual(begun.map((id) => ({ id, isRepeat: false })));
    await store.inbox.failed(ids[1] ?? 0, "boom", 0);
    await store.close();
    time += CLAIM_MS;
    store = await place.open(() => time);
    expect(await store.inbox.claim(ids)).toEqual([
      { id: ids[0], isRepeat: true },
      { id: ids[1], isRepeat: false },
      { id: ids[2], isRepeat: false },
    ]);
  });

  test("what another one has begun or tried since it was read is not claimed", async () => {
    await store.inbox.receive([update("a"), update("b", "user:2")]);
    const [a, b] = [await idOf("a"), await idOf("b")];
    await store.inbox.failed(a, "boom", 4_000);
    await store.inbox.done(b);
    expect(await store.inbox.claim([a, b])).toEqual([]);
    time += 4_000;
    expect(await store.inbox.claim([a, b])).toEqual([{ id: a, isRepeat: false }]);
  });

  test("what was claimed and released by an orderly stop is no repeat, but for what did not end", async () => {
    await store.inbox.receive([update("a"), update("b", "user:2")]);
    const [a, b] = [await idOf("a"), await idOf("b")];
    await store.inbox.claim([a, b]);
    await store.inbox.release([b]);
    await store.close();
    store = await place.open(() => time);
    expect(await store.inbox.claim([a, b])).toEqual([
      { id: a, isRepeat: false },
      { id: b, isRepeat: true },
    ]);
  });

  test("an update given up makes way for the next of its lane", async () => {
    await store.inbox.receive([update("a1"), update("a2")]);
    await store.inbox.giveUp(await idOf("a1"), "x".repeat(10_000));
    expect(await keysOfPending()).toEqual(["a2"]);
  });

  test("pruning deletes what was answered before, and nothing else", async () => {
    await store.inbox.receive([update("done"), update("aside", "user:2"), update("pending", "user:3")]);
    await store.inbox.done(await idOf("done"));
    await store.inbox.giveUp(await idOf("aside"), "boom");
    expect(await store.inbox.prune(time)).toBe(0);
    expect(await store.inbox.prune(time + 1)).toBe(1);
    expect(await store.inbox.size()).toMatchObject({ pending: 1, deadLetters: 1 });
  });

  test("pruning what was not answered goes by when it came, and leaves what was", async () => {
    await store.inbox.receive([update("done"), update("aside", "user:2"), update("pending", "user:3")]);
    const came = time;
    time += 1_000;
    await store.inbox.done(await idOf("done"));
    await store.inbox.giveUp(await idOf("aside"), "boom");
    await store.inbox.receive([update("later", "user:4")]);
    expect(await store.inbox.pruneUnanswered(came)).toBe(0);
    expect(await store.inbox.pruneUnanswered(came + 1)).toBe(2);
    expect(await keysOfPending()).toEqual(["later"]);
    expect(await store.inbox.receive([update("done")])).toBe(0);
  });

  test("of a person what was given up and names him is forgotten, nothing of people with a like number", async () => {
    const naming = (key: string, payload: unknown) => ({
      ...update(key, `user:${key}`),
      payload: JSON.stringify(payload),
    });
    await store.inbox.receive([
      naming("own", { message: { sender: { user_id: 42, name: "Ольга" } } }),
      naming("forwarded", { message: { link: { sender: { name: "Ольга", user_id: 42 } } } }),
      naming("longer", { user: { user_id: 421 } }),
      naming("shorter", { user: { user_id: 4 } }),
      naming("quoting", { message: { body: { text: '"user_id":42,' } } }),
      naming("pending", { user: { user_id: 42 } }),
    ]);
    for (const key of ["own", "forwarded", "longer", "shorter", "quoting"])
      await store.inbox.giveUp(await idOf(key), "boom");
    expect(await store.inbox.forget(42)).toBe(2);
    expect(await store.inbox.forget(42)).toBe(0);
    expect(await keysOfPending()).toEqual(["pending"]);
    expect((await store.inbox.size()).deadLetters).toBe(3);
  });

  test("how far an update has come is kept until it is done, also where it was given up", async () => {
    await store.inbox.receive([update("a"), update("b", "user:2")]);
    await store.inbox.keepProgress("a", '{"pdf":"sent"}');
    const id = await idOf("a");
    await store.inbox.giveUp(id, "boom");
    await store.inbox.retryDeadLetter(id);
    expect(await store.inbox.progress("a")).toBe('{"pdf":"sent"}');
    expect(await store.inbox.progress("b")).toBeUndefined();
    await store.inbox.done(id);
    await store.inbox.keepProgress("a", "too late");
    expect(await store.inbox.progress("a")).toBeUndefined();
    expect(await store.inbox.progress("unknown")).toBeUndefined();
  });

  test("what was read of a message is known once it is answered, and of an edit when it is noted", async () => {
    const reading = '["Где расписание?",""]';
    await store.inbox.receive([{ ...update("a"), reading }, update("b", "user:2")]);
    expect(await store.inbox.isRead("a", reading)).toBe(false);
    await store.inbox.done(await idOf("a"));
    await store.close();
    store = await place.open(() => time);
    expect(await store.inbox.isRead("a", reading)).toBe(true);
    expect(await store.inbox.isRead("a", '["Где",""]')).toBe(false);
    await store.inbox.keepRead("a", '["Где",""]');
    expect(await store.inbox.isRead("a", '["Где",""]')).toBe(true);
    expect(await store.inbox.isRead("a", reading)).toBe(false);
  });

  test("what was given up was not read, and an edit of what is not known is kept like a message", async () => {
    await store.inbox.receive([{ ...update("a"), reading: "x" }]);
    await store.inbox.giveUp(await idOf("a"), "boom");
    expect(await store.inbox.isRead("a", "x")).toBe(false);
    await store.inbox.keepRead("unknown", "x");
    expect(await store.inbox.isRead("unknown", "x")).toBe(true);
    expect(await store.inbox.receive([update("unknown")])).toBe(0);
    expect(await keysOfPending()).toEqual([]);
    expect(await store.inbox.prune(time + 1)).toBe(1);
    expect(await store.inbox.isRead("unknown", "x")).toBe(false);
  });

  test("of many that were given up the newest are kept", async () => {
    const keys = ["first", "second", "third"];
    for (const key of keys) {
      await store.inbox.receive([{ key, lane: key, payload: "1", receivedAt: time }]);
      await store.inbox.giveUp(await idOf(key), "boom");
      time += 1;
    }
    expect(await store.inbox.keepNewestDeadLetters(3)).toBe(0);
    expect(await store.inbox.keepNewestDeadLetters(1)).toBe(2);
    expect(await store.inbox.size()).toMatchObject({ deadLetters: 1 });
  });

  test("each source has its own marker, and a batch without one leaves it", async () => {
    await store.inbox.receive([], { source: "polling:1", value: "9223372036854775807" });
    await store.inbox.receive([], { source: "polling:2", value: "7" });
    await store.inbox.receive([update("a")]);
    expect(await store.inbox.marker("polling:1")).toBe("9223372036854775807");
    expect(await store.inbox.marker("polling:2")).toBe("7");
  });

  test("twenty thousand updates of one chat do not slow down looking for the next one", async () => {
    const quickestMs = async () => {
      const times: number[] = [];
      for (let round = 0; round < 5; round++) {
        const startedAt = performance.now();
        expect(await keysOfPending(["user:1"])).toEqual(["other"]);
        times.push(performance.now() - startedAt);
      }
      return Math.min(...times);
    };
    await store.inbox.receive([update("k"), update("other", "user:2")]);
    const withOne = await quickestMs();
    const updates = Array.from({ length: 20_000 }, (_, index) => update(`k${index}`));
    await store.inbox.receive(updates);
    // A scan would take thousands of times as long.
    expect(await quickestMs()).toBeLessThan(withOne * 200);
  });
});
