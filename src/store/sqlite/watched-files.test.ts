import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createManualClock } from "../../../test/support/manual-clock.ts";
import { silentLog } from "../../../test/support/logs.ts";
import { OutsideError } from "../../runtime/errors.ts";
import { openDatabase } from "../database.ts";
import type { Store } from "../store.ts";

// A process works on with a file that nobody will find again.

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "watched-"));
  store = await open();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const open = () => openDatabase(`file:${folder}/bot.db`);
const shell = (command: string) => execFileSync("sh", ["-c", command], { cwd: folder });
const update = (key: string) => ({ key, lane: "a", payload: "{}", receivedAt: 1 });

const DEEDS = [
  { deed: "deleted", command: "rm bot.db", file: "bot.db" },
  { deed: "deleted with all beside it", command: "rm bot.db*", file: "bot.db" },
  { deed: "moved away", command: "mv bot.db old.db", file: "bot.db" },
  { deed: "replaced", command: "cp bot.db new.db; mv new.db bot.db", file: "bot.db" },
  { deed: "deprived of its log", command: "rm bot.db-wal", file: "bot.db-wal" },
  { deed: "deprived of its memory", command: "rm bot.db-shm", file: "bot.db-shm" },
];

describe.each(DEEDS)("a database that was $deed", ({ command, file }) => {
  test("takes no updates, and no probe says that it is well", async () => {
    await store.inbox.receive([update("a")]);
    await store.probe();
    shell(command);
    const receiving = store.inbox.receive([update("b")], { source: "polling:1", value: "2" });
    await expect(receiving).rejects.toThrow(OutsideError);
    await expect(receiving).rejects.toThrow(`"${file}" was deleted, moved away or replaced`);
    await expect(store.probe()).rejects.toThrow(OutsideError);
  });

  test("is told to whoever holds it within a second", async () => {
    const clock = createManualClock(0);
    const { now, sleep } = clock;
    const lost: Error[] = [];
    await store.lease.hold({ log: silentLog, sleep, now, onLost: (reason) => lost.push(reason) });
    await clock.advance(10_000);
    expect(lost).toEqual([]);
    shell(command);
    await clock.advance(1_000);
    expect(lost).toEqual([expect.any(OutsideError)]);
  });
});

test.each(["rm bot.db", "rm bot.db*", "mv bot.db old.db"])(
  "after %s the next one finds nothing in its way",
  async (command) => {
    await store.inbox.receive([update("a")]);
    shell(command);
    const next = await open();
    expect((await next.inbox.size()).pending).toBe(0);
    await next.close();
  },
);
