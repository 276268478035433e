import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, skipReason, withoutPostgres } from "../../../test/support/database/postgres.ts";
import { openPostgres } from "./open-postgres.ts";
import type { CallStart } from "./shared-calls.ts";
import type { Store } from "../store.ts";

// Two processes of one bot, as far as the limits of MAX are concerned: two openings of one database.

const LIMITS = { perSecond: 5, perChatPerSecond: 2 };
let stores: Store[] = [];
let time = 0;

describe.skipIf(withoutPostgres !== undefined)(`the calls of two processes${skipReason}`, () => {
  beforeEach(async () => {
    time = 1_000_000;
    const url = await freshDatabase();
    const now = () => sql<number>`${time}::bigint`;
    stores = [await openPostgres(url, now), await openPostgres(url, now)];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
  });

  async function tryStart(process: number, chat?: string): Promise<CallStart> {
    const start = await stores[process]?.sharedCalls?.tryStart(chat, LIMITS);
    if (start === undefined) throw new Error("no shared calls");
    return start;
  }

  /** Ends the calls, and sees to it that it is noted. */
  async function end(...starts: readonly CallStart[]): Promise<void> {
    for (const start of starts) if (start.kind === "started") start.end();
    await stores[0]?.inbox.size();
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }

  test("both together begin no more calls than one alone, even at the same moment", async () => {
    const starts = await Promise.all(Array.from({ length: 20 }, (_, index) => tryStart(index % 2, `chat:${index}`)));
    expect(starts.filter(({ kind }) => kind === "started")).toHaveLength(5);
    expect(starts.filter((start) => start.kind === "wait" && start.scope === "total")).toHaveLength(15);
  });

  test("one chat has its own limit over both, and others do not wait for it", async () => {
    expect((await tryStart(0, "a")).kind).toBe("started");
    expect((await tryStart(1, "a")).kind).toBe("started");
    expect(await tryStart(0, "a")).toMatchObject({ kind: "wait", scope: "chat" });
    expect((await tryStart(0, "b")).kind).toBe("started");
  });

  test("a call counts until a second after its end", async () => {
    const starts = [await tryStart(0, "a"), await tryStart(1, "a")];
    time += 5_000;
    expect(await tryStart(0, "a")).toMatchObject({ kind: "wait", scope: "chat" });
    await end(...starts);
    time += 999;
    expect(await tryStart(0, "a")).toEqual({ kind: "wait", scope: "chat", ms: 1 });
    time += 1;
    expect((await tryStart(1, "a")).kind).toBe("started");
  });

  test("a call of a process that died counts no longer than a call can take", async () => {
    await tryStart(0, "a");
    await tryStart(0, "a");
    time += 19_999;
    expect((await tryStart(1, "a")).kind).toBe("wait");
    time += 1;
    expect((await tryStart(1, "a")).kind).toBe("started");
  });
});
