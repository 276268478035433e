import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type PostgresServer,
  skipReason,
  startPostgres,
  withClient,
  withoutPostgres,
} from "../../../test/support/database/postgres.ts";
import { OutsideError } from "../../runtime/errors.ts";
import { openPostgres } from "./open-postgres.ts";
import type { Store } from "../store.ts";

/** Tries again for as long as the database fails, as the rest of the program does; how often it failed. */
async function retryUntilAborted(run: () => Promise<unknown>): Promise<number> {
  for (let failures = 0; ; failures++) {
    try {
      await run();
      return failures;
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

describe.skipIf(withoutPostgres !== undefined)(`a PostgreSQL that restarts${skipReason}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  async function receiveSome(store: Store, name: string, until: AbortSignal): Promise<number[]> {
    const failures: number[] = [];
    for (let index = 0; !until.aborted || index < 50; index++) {
      const key = `${name}-${index}`;
      const update = { key, lane: key, payload: "{}", receivedAt: 1 };
      failures.push(await retryUntilAborted(() => store.inbox.receive([update], { source: name, value: key })));
    }
    return failures;
  }

  test.each([["stopped"], ["killed"]] as const)(
    "%s under load costs attempts, and nothing is lost or doubled",
    async (how) => {
      const url = await server.freshDatabase();
      const store = await openPostgres(url);
      const enough = new AbortController();
      const names = ["a", "b", "c", "d"];
      const receiving = names.map((name) => receiveSome(store, name, enough.signal));
      for (let round = 0; round < 2; round++) {
        await (how === "killed" ? server.kill() : server.stop());
        await server.start();
      }
      enough.abort();
      const failures = await Promise.all(receiving);
      const received = failures.map((list) => list.length);
      expect(failures.flat().some((count) => count > 0)).toBe(true);
      const { rows } = await withClient(url, (client) =>
        client.query("select split_part(key, '-', 1) as name, count(*)::int as n from inbox group by 1 order by 1"),
      );
      expect(rows).toEqual(names.map((name, index) => ({ name, n: received[index] })));
      const last = await Promise.all(names.map((name) => store.inbox.marker(name)));
      expect(last).toEqual(names.map((name, index) => `${name}-${(received[index] ?? 0) - 1}`));
      await store.close();
    },
  );

  test("that comes up later than the program is waited for, which the log tells", async () => {
    const url = await server.freshDatabase();
    await server.stop();
    const lines: string[] = [];
    const log = {
      info: () => undefined,
      warn: (_fields: unknown, message: string) => void lines.push(message),
    };
    const opening = openPostgres(url, undefined, log);
    await server.start();
    await (await opening).close();
    expect(lines.join("\n")).toMatch(/nobody listens there; trying again|starting or stopping/u);
    expect(lines.join("\n")).not.toContain("secret");
  });

  test("that is gone does not keep the program from stopping", async () => {
    const store = await openPostgres(await server.freshDatabase());
    await store.inbox.marker("a");
    await server.kill();
    await expect(store.inbox.marker("a")).rejects.toThrow(OutsideError);
    await store.close();
    await server.start();
  });
});
