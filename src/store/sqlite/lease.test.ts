import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import SqliteFile from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createManualClock, type ManualClock } from "../../../test/support/manual-clock.ts";
import { createRecordingLog, type RecordingLog } from "../../../test/support/logs.ts";
import { UsageError } from "../../runtime/errors.ts";
import { openDatabase } from "../database.ts";
import type { Store } from "../store.ts";
import { isZombie } from "./lease.ts";

let folder = "";
let clock: ManualClock;
let log: RecordingLog;
let stores: Store[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lease-"));
  clock = createManualClock(Date.UTC(2026, 10, 22, 10));
  log = createRecordingLog();
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
  await rm(folder, { recursive: true });
});

async function open(): Promise<Store> {
  const store = await openDatabase(`file:${folder}/bot.db`, clock.now);
  stores.push(store);
  return store;
}

async function close(store: Store): Promise<void> {
  stores = stores.filter((other) => other !== store);
  await store.close();
}

/** Asks for the lease; what has become of it so far is in `outcome`. */
function ask(store: Store, signal?: AbortSignal) {
  const asked = { outcome: "waiting", error: undefined as unknown, lost: [] as Error[] };
  const onLost = (reason: Error) => void asked.lost.push(reason);
  store.lease.hold({ log, signal, sleep: clock.sleep, now: clock.now, onLost }).then(
    () => (asked.outcome = "held"),
    (error: unknown) => {
      asked.outcome = "refused";
      asked.error = error;
    },
  );
  return asked;
}

function sql(statement: string): unknown[] {
  const file = new SqliteFile(join(folder, "bot.db"));
  try {
    const prepared = file.prepare(statement);
    return prepared.reader ? prepared.all() : [prepared.run()];
  } finally {
    file.close();
  }
}

/** A lease as another process would have left it. */
function leave({ pid = 1, host = "elsewhere", beatAt = clock.now() }): void {
  sql(
    `insert into lease (id, owner, pid, host, since, beat_at) values (1, 'other', ${pid}, '${host}', ${beatAt}, ${beatAt}) returning id`,
  );
}

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

test("the first one holds the database at once and keeps it for as long as it is open", async () => {
  const asked = ask(await open());
  await clock.advance(0);
  expect(asked.outcome).toBe("held");
  const second = ask(await open());
  await clock.advance(60_000);
  expect(second.outcome).toBe("refused");
  expect(asked.lost).toEqual([]);
});

test("the second one is told who has the database, since when, and what to do", async () => {
  ask(await open());
  await clock.advance(0);
  const second = ask(await open());
  await clock.advance(24_000);
  expect(second.outcome).toBe("waiting");
  await clock.advance(1_000);
  expect(second.error).toBeInstanceOf(UsageError);
  expect(String(second.error)).toContain(
    `another process is using it (process ${process.pid} on "${hostname()}", since 2026-11-22T10:00:00.000Z)`,
  );
  expect(log.lines.filter((line) => line.includes("waiting for the other process"))).toHaveLength(1);
});

test("the next one holds the database as soon as it was closed", async () => {
  const first = await open();
  ask(first);
  await clock.advance(0);
  const second = ask(await open());
  await clock.advance(5_000);
  expect(second.outcome).toBe("waiting");
  await close(first);
  await clock.advance(1_000);
  expect(second.outcome).toBe("held");
});

test("a process of this machine that was killed is followed at once", async () => {
  await open();
  leave({ pid: await endedPid(), host: hostname() });
  const asked = ask(await open());
  await clock.advance(0);
  expect(asked.outcome).toBe("held");
});

test("a process that was killed and had the number of this one is followed at once", async () => {
  await open();
  leave({ pid: process.pid, host: hostname() });
  const asked = ask(await open());
  await clock.advance(0);
  expect(asked.outcome).toBe("held");
});

test.each([
  { why: "another machine, whose processes cannot be seen", host: "elsewhere", pid: 999_999_999 },
  { why: "this machine, where its number was given away", host: hostname(), pid: process.ppid },
])("a process of $why is followed when its lease has expired", async ({ host, pid }) => {
  await open();
  leave({ pid, host });
  const asked = ask(await open());
  await clock.advance(19_000);
  expect(asked.outcome).toBe("waiting");
  await clock.advance(1_000);
  expect(asked.outcome).toBe("held");
});

test("a lease from the future, after the clock was set back, expires as well", async () => {
  await open();
  leave({ beatAt: clock.now() + 86_400_000 });
  const asked = ask(await open());
  await clock.advance(20_000);
  expect(asked.outcome).toBe("held");
});

test("a clock that was set forward takes the lease of nobody who is alive", async () => {
  const first = ask(await open());
  await clock.advance(0);
  sql(`update lease set beat_at = beat_at - 3600000, pid = ${process.ppid} returning id`);
  const second = ask(await open());
  await clock.advance(24_000);
  expect(second.outcome).toBe("waiting");
  expect(first.lost).toEqual([]);
});

test("one that stood still calls nobody, before its timers find out how late it is", async () => {
  const store = await open();
  let stoodStillMs = 0;
  const times = { now: clock.now, steadyNow: () => clock.now() + stoodStillMs };
  await store.lease.hold({ log, sleep: clock.sleep, ...times });
  stoodStillMs = 10_000;
  expect(() => store.lease.check()).not.toThrow();
  stoodStillMs = 30_000;
  expect(() => store.lease.check()).toThrow("another process may be using the database");
  // Nobody has taken it meanwhile.
  await clock.advance(5_000);
  expect(() => store.lease.check()).not.toThrow();
});

test("of two that wait for the same lease one gets it", async () => {
  await open();
  leave({});
  const asked = [ask(await open()), ask(await open())];
  await clock.advance(24_000);
  expect(asked.map(({ outcome }) => outcome).toSorted()).toEqual(["held", "waiting"]);
});

test("who loses the lease is told once", async () => {
  const asked = ask(await open());
  await clock.advance(0);
  sql("update lease set owner = 'other' returning id");
  await clock.advance(60_000);
  expect(asked.lost).toHaveLength(1);
  expect(asked.lost[0]?.message).toContain("another process has taken it over");
});

test("closing leaves the lease of another alone", async () => {
  const first = await open();
  ask(first);
  await clock.advance(0);
  sql("update lease set owner = 'other' returning id");
  await close(first);
  expect(sql("select owner from lease")).toEqual([{ owner: "other" }]);
});

test("a heartbeat that the database refuses is tried again", async () => {
  const asked = ask(await open());
  await clock.advance(0);
  sql("alter table lease rename to away");
  await clock.advance(5_000);
  sql("alter table away rename to lease");
  await clock.advance(5_000);
  expect(asked.lost).toEqual([]);
  expect(sql("select beat_at from lease")).toEqual([{ beat_at: clock.now() }]);
  expect(log.lines.join("\n")).toContain("cannot be renewed");
});

test("a disk on which the lease cannot be written is told as what the operator can mend", async () => {
  const store = await open();
  sql("create trigger full before insert on lease begin select raise(rollback, 'database or disk is full'); end");
  const asked = ask(store);
  await expect.poll(() => asked.outcome).toBe("refused");
  expect(asked.error).toBeInstanceOf(UsageError);
  expect(asked.error).toMatchObject({
    message: `Opening the database "${folder}/bot.db": the disk is full (database or disk is full)`,
    hint: `Make room on the disk of "${folder}", then start the bot again`,
  });
});

test("who is no longer wanted stops waiting", async () => {
  await open();
  leave({});
  const abort = new AbortController();
  const asked = ask(await open(), abort.signal);
  await clock.advance(2_000);
  abort.abort(new Error("stopping"));
  await clock.advance(0);
  expect(String(asked.error)).toContain("stopping");
});

test("two processes on one file: the second waits, and follows when the first is killed", async () => {
  const script = `
    const { openDatabase } = await import(${JSON.stringify(new URL("../database.ts", import.meta.url).href)});
    const { sleep } = await import(${JSON.stringify(new URL("../../runtime/sleep.ts", import.meta.url).href)});
    const store = await openDatabase(${JSON.stringify(`file:${folder}/bot.db`)});
    await store.lease.hold({ log: console, sleep, now: Date.now });
    console.log("held");`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  await once(child.stdout, "data");
  const now = Date.now();
  clock = createManualClock(now);
  const asked = ask(await open());
  await clock.advance(3_000);
  expect(asked.outcome).toBe("waiting");
  child.kill("SIGKILL");
  await once(child, "exit");
  await clock.advance(1_000);
  expect(asked.outcome).toBe("held");
});

test.runIf(process.platform === "linux")(
  "a killed process that its parent has not noticed yet counts as ended",
  async () => {
    // The inner sleep becomes the child of a program that never looks after it.
    const parent = spawn("sh", ["-c", "sleep 30 & echo $!; exec sleep 30"]);
    const [output] = await once(parent.stdout, "data");
    const pid = Number(String(output));
    // Up to then the shell would look after it.
    const hasLeft = () => readFileSync(`/proc/${parent.pid}/comm`, "utf8") === "sleep\n";
    while (!hasLeft()) await new Promise((resolve) => setImmediate(resolve));
    expect(isZombie(pid)).toBe(false);
    process.kill(pid, "SIGKILL");
    while (!isZombie(pid)) await new Promise((resolve) => setImmediate(resolve));
    parent.kill("SIGKILL");
  },
);
