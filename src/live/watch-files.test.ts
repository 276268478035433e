import { mkdir, mkdtemp, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSteppedSleep, type SteppedSleep } from "../../test/support/stepped-sleep.ts";
import { watchFiles } from "./follow-content.ts";

const POLL_MS = 250;

let folder = "";
let file = "";
let clock: SteppedSleep;
let calls = 0;
let isWell = true;
let stopWatch: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "watch-"));
  file = join(folder, "faq.yaml");
  await writeFile(file, "one");
  calls = 0;
  isWell = true;
});

afterEach(async () => {
  await stopWatch();
  await rm(folder, { recursive: true });
});

/** Watches, until the first look is over. */
async function watch(): Promise<void> {
  clock = createSteppedSleep();
  const stopping = new AbortController();
  const watching = watchFiles([file], {
    sleep: clock.sleep,
    signal: stopping.signal,
    onChange: async () => {
      calls += 1;
      return isWell;
    },
  });
  stopWatch = () => {
    stopping.abort();
    return watching;
  };
  while ((await clock.asleep()) !== POLL_MS) await clock.step();
}

/** One poll and all that comes of it. */
async function poll(): Promise<void> {
  while ((await clock.step()) !== POLL_MS);
}

async function polls(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await poll();
}

it("looks once at the start and not again while nothing happens", async () => {
  await watch();
  expect(calls).toBe(1);
  await polls(5);
  expect(calls).toBe(1);
});

it.each<[string, () => Promise<unknown>]>([
  ["written in place", () => writeFile(file, "two and more")],
  ["written in place with the same length", () => writeFile(file, "two")],
  [
    "written with its old time set again",
    async () => {
      const { atime, mtime } = await stat(file);
      await writeFile(file, "two");
      await utimes(file, atime, mtime);
    },
  ],
  [
    "replaced by rename",
    async () => {
      await writeFile(`${file}.tmp`, "two");
      await rename(`${file}.tmp`, file);
    },
  ],
  [
    "moved away and written anew, as vim does",
    async () => {
      await rename(file, `${file}~`);
      await writeFile(file, "two");
    },
  ],
  ["deleted", () => rm(file)],
  ["replaced by a folder", () => rm(file).then(() => mkdir(file))],
])("sees a file that is %s", async (_how, act) => {
  await watch();
  await act();
  await poll();
  expect(calls).toBe(2);
  await polls(5);
  expect(calls).toBe(2);
});

it("sees a file go and come back", async () => {
  await watch();
  await rm(file);
  await poll();
  await writeFile(file, "one");
  await poll();
  expect(calls).toBe(3);
});

it("sees the link of a Kubernetes ConfigMap set to another folder", async () => {
  await rm(file);
  await mkdir(join(folder, "..2025"));
  await mkdir(join(folder, "..2026"));
  await writeFile(join(folder, "..2025", "faq.yaml"), "one");
  await writeFile(join(folder, "..2026", "faq.yaml"), "one");
  await symlink("..2025", join(folder, "..data"));
  await symlink(join("..data", "faq.yaml"), file);
  await watch();
  await symlink("..2026", join(folder, "..data_tmp"));
  await rename(join(folder, "..data_tmp"), join(folder, "..data"));
  await poll();
  expect(calls).toBe(2);
});

it("waits for the second half of a file that is written in two", async () => {
  await watch();
  await writeFile(file, "tw");
  expect(await clock.step()).toBe(100);
  await writeFile(file, "two and more");
  expect(await clock.step()).toBe(100);
  expect(calls).toBe(1);
  expect(await clock.step()).toBe(POLL_MS);
  expect(calls).toBe(2);
});

it("does not wait for ever for a file that never rests", async () => {
  await watch();
  await writeFile(file, "");
  let waitedMs = 0;
  for (let n = 0; (await clock.step()) !== POLL_MS; n += 1) {
    waitedMs += 100;
    await writeFile(file, "x".repeat(n));
  }
  expect(calls).toBe(2);
  expect(waitedMs).toBeLessThanOrEqual(400);
});

it("looks a second time some seconds after a change: the clocks of file systems are coarse", async () => {
  await watch();
  await writeFile(file, "two");
  await poll();
  expect(calls).toBe(2);
  await polls(12);
  expect(calls).toBe(3);
  await polls(30);
  expect(calls).toBe(3);
});

it("looks again and again while all is not well: a handle or a network may come back", async () => {
  isWell = false;
  await watch();
  await polls(24);
  expect(calls).toBe(3);
  isWell = true;
  await polls(12);
  expect(calls).toBe(4);
  await polls(30);
  expect(calls).toBe(4);
});
