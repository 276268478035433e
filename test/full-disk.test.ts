import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { realClock } from "../src/preview/world/clock.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { freePort } from "./support/free-port.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// The disk is full while people write: the system lets no file of the process grow any more, until there is room again.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "token-of-the-full-disk";
/** Blocks of 512 bytes. Room for the tables and some questions; SQLite writes each into its log of changes. */
const FULL_BLOCKS = 1_200;
const PEOPLE = 10;
const QUESTIONS_EACH = 12;
/** What MAX repeats after a minute and later it repeats at once here, again and again. */
const FIRST_REPEAT_MS = 60_000;
const REPEAT_MS = 500;
/** Much longer than from one answer to the next. */
const REST_MS = 2_000;

const canLimit = spawnSync("prlimit", ["--version"]).status === 0;
const why = canLimit ? "" : ": skipped, there is no prlimit on this machine";

let main: string;
let max: Preview;
let port = 0;
let bot: ChildProcess | undefined;

beforeAll(async () => {
  main = await compiledMain();
});

beforeEach(async () => {
  port = await freePort();
  max = await startMax(TOKEN, {
    limits: false,
    sleep: (ms, signal) => realClock.sleep(ms < FIRST_REPEAT_MS ? ms : REPEAT_MS, signal),
  });
});
afterEach(async () => {
  bot?.kill("SIGKILL");
  await max.close();
});

function startOnFullDisk(transport: Readonly<Record<string, string>>): void {
  const { PATH = "", HOME = "" } = process.env;
  const command = `ulimit -S -f ${FULL_BLOCKS} && exec "${process.execPath}" "${main}"`;
  bot = spawn("sh", ["-c", command], {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      PORT: `${port}`,
      MAX_BOT_TOKEN: TOKEN,
      MAX_API_URL: max.apiUrl,
      DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), "full-disk-")), "bot.db")}`,
      FAQ_FILE: SCHOOL,
      LOG_LEVEL: "error",
      ...transport,
    },
    stdio: "ignore",
  });
}

function makeRoom(): void {
  execFileSync("prlimit", ["--pid", `${bot?.pid}`, "--fsize=unlimited"]);
}

/** The value once it has not changed for a while. */
async function valueAtRest(read: () => number): Promise<number> {
  let before = Number.NaN;
  while (read() !== before) {
    before = read();
    await setTimeout(REST_MS);
  }
  return before;
}

const readiness = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
const replies = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot);

describe.skipIf(!canLimit)(`a disk that is full${why}`, () => {
  test.each([
    { transport: "polling", settings: () => ({}) },
    {
      transport: "webhook",
      settings: () => ({
        TRANSPORT: "webhook",
        WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
        WEBHOOK_SECRET: "s3cret-of-the-full-disk",
      }),
    },
  ])(
    "$transport: nothing is lost and nothing said twice, and the bot goes on when there is room",
    { timeout: 240_000 },
    async ({ settings }) => {
      startOnFullDisk(settings());
      const people = Array.from({ length: PEOPLE }, () => max.max.user());
      const answered = () => people.reduce((sum, one) => sum + replies(one).length, 0);
      const asked = PEOPLE * QUESTIONS_EACH;
      for (let round = 0; round < QUESTIONS_EACH; round += 1)
        for (const one of people) one.say("как мне поменять роль");
      // The process is there, answers as long as it can write, and then no more.
      await until(() => answered() > 0);
      expect(await valueAtRest(answered)).toBeLessThan(asked);
      expect(bot?.exitCode).toBeNull();
      await expect.poll(readiness).toBe(503);

      makeRoom();
      await until(() => answered() >= asked);
      await expect.poll(readiness).toBe(200);
      expect(people.map((one) => replies(one).length)).toEqual(people.map(() => QUESTIONS_EACH));
    },
  );
});
