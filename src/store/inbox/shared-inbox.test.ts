import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { skipReason, withoutPostgres } from "../../../test/support/database/postgres.ts";
import { CLAIM_MS, type ReceivedUpdate } from "./inbox.ts";
import type { Store } from "../store.ts";
import { POSTGRES, type TestPlace } from "../../../test/support/database/databases.ts";

// Two processes on one PostgreSQL, under one clock.

let place: TestPlace;
let time = 1_000;
let one: Store;
let other: Store;

function update(key: string, lane = "user:1"): ReceivedUpdate {
  return { key, lane, payload: `"${key}"`, receivedAt: time };
}

async function offered({ inbox }: Store): Promise<ReadonlyMap<string, number>> {
  const { updates } = await inbox.pending({ exceptLanes: [], limit: 1_000 });
  return new Map(updates.map(({ key, id }) => [key, id]));
}

async function keysOf(store: Store): Promise<readonly string[]> {
  return [...(await offered(store)).keys()];
}

/** The keys of what was offered and could be claimed. */
async function claimAll(store: Store): Promise<readonly string[]> {
  const updates = await offered(store);
  const claimed = new Set((await store.inbox.claim([...updates.values()])).map(({ id }) => id));
  return [...updates].filter(([, id]) => claimed.has(id)).map(([key]) => key);
}

describe.skipIf(withoutPostgres !== undefined)(`an inbox of two processes${skipReason}`, () => {
  beforeEach(async () => {
    time = 1_000;
    place = await POSTGRES.newPlace();
    one = await place.open(() => time);
    other = await place.open(() => time);
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await place.remove();
  });

  test("what both of them receive is taken once", async () => {
    const updates = Array.from({ length: 50 }, (_, index) => update(`k${index}`, `user:${index}`));
    const taken = await Promise.all([one.inbox.receive(updates), other.inbox.receive(updates.toReversed())]);
    expect(taken.toSorted((a, b) => a - b)).toEqual([0, 50]);
  });

  test("of what both of them reach for, each is given to one", async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
    await one.inbox.receive(keys.map((key) => update(key, `user:${key}`)));
    const ids = [...(await offered(one)).values()];
    const [mine, theirs] = await Promise.all([one.inbox.claim(ids), other.inbox.claim(ids)]);
    const given = [...mine, ...theirs].map(({ id }) => id);
    expect(new Set(given).size).toBe(given.length);
    // What one had locked at that moment the other gets when it looks again; what one has it keeps.
    const kept = [...(await claimAll(one)), ...(await claimAll(other))];
    expect(kept.toSorted()).toEqual(keys.toSorted());
  });

  test("what one takes while the other still looks at what waits is not given to both", async () => {
    // So many that looking takes longer than taking.
    const waiting = Array.from({ length: 4_000 }, (_, index) => update(`k${index}`, `user:${index}`));
    await one.inbox.receive(waiting);
    const { updates } = await one.inbox.pending({ exceptLanes: [], limit: 60 });
    for (const { id } of updates) {
      const [mine, theirs] = await Promise.all([one.inbox.claim([id]), other.inbox.claim([id])]);
      expect([...mine, ...theirs].map((claim) => claim.id)).toEqual([id]);
    }
  });

  test("what is taken up again waits for what another process handles of its chat", async () => {
    await one.inbox.receive([update("a1"), update("a2")]);
    const first = (await offered(one)).get("a1") ?? 0;
    await one.inbox.giveUp(first, "Error: boom");
    const second = (await offered(other)).get("a2") ?? 0;
    expect(await claimAll(other)).toEqual(["a2"]);
    expect(await one.inbox.retryDeadLetter(first)).toBe(true);
    expect(await keysOf(one)).toEqual([]);
    expect(await one.inbox.claim([first])).toEqual([]);
    await other.inbox.done(second);
    expect(await claimAll(one)).toEqual(["a1"]);
  });

  test("while one handles the head of a chat, the other is given nothing of that chat", async () => {
    await one.inbox.receive([update("a1"), update("a2"), update("b1", "user:2")]);
    const head = (await offered(one)).get("a1") ?? 0;
    await one.inbox.claim([head]);
    expect(await keysOf(other)).toEqual(["b1"]);
    await one.inbox.done(head);
    expect(await keysOf(other)).toEqual(["a2", "b1"]);
  });

  test("one that renews keeps its claims, and one that is silent loses them", async () => {
    await one.inbox.receive([update("a"), update("b", "user:2")]);
    expect(await claimAll(one)).toEqual(["a", "b"]);
    time += CLAIM_MS - 1;
    await one.inbox.renew();
    time += CLAIM_MS - 1;
    expect(await keysOf(other)).toEqual([]);
    time += 1;
    const updates = await offered(other);
    expect([...updates.keys()]).toEqual(["a", "b"]);
    const claims = await other.inbox.claim([...updates.values()]);
    expect(claims.map(({ isRepeat }) => isRepeat)).toEqual([true, true]);
  });

  test("one that went on after the other took its work over has no say in how that ends", async () => {
    const endings: readonly ((id: number) => Promise<void>)[] = [
      (id) => one.inbox.done(id),
      (id) => one.inbox.failed(id, "Error: boom", 60_000),
      (id) => one.inbox.giveUp(id, "Error: boom"),
    ];
    await one.inbox.receive([update("head"), update("next")]);
    const [head = 0] = (await offered(one)).values();
    await one.inbox.claim([head]);
    time += CLAIM_MS;
    expect(await claimAll(other)).toEqual(["head"]);
    for (const end of endings) {
      await end(head);
      expect(await keysOf(one)).toEqual([]);
      expect(await keysOf(other)).toEqual(["head"]);
    }
    await other.inbox.done(head);
    expect(await keysOf(one)).toEqual(["next"]);
  });

  test("one that stops in an orderly way leaves everything to the other at once", async () => {
    await one.inbox.receive([update("a"), update("b", "user:2")]);
    const [a = 0] = (await offered(one)).values();
    await claimAll(one);
    await one.inbox.release([a]);
    const claims = await other.inbox.claim([...(await offered(other)).values()]);
    // In whatever order the database gives them.
    expect(claims.filter(({ isRepeat }) => isRepeat).map(({ id }) => id)).toEqual([a]);
    expect(claims).toHaveLength(2);
  });
});
