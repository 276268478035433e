import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { realClock } from "../src/preview/world/clock.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { freePort } from "./support/free-port.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// The process in webhook mode ends in every way while people write, and MAX repeats what nobody took.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "token-of-the-restart-test";
/** MAX repeats after 60 s, 150 s and so on; here when the process is up again. */
const FIRST_REPEAT_MS = 60_000;
const LOOK_MS = 50;

let max: Preview;
let settings: Readonly<Record<string, string>> = {};
let running: ChildProcess | undefined;
let starts = 1;

let main: string;
beforeAll(async () => {
  main = await compiledMain();
});

beforeEach(async () => {
  starts = 1;
  max = await startMax(TOKEN, {
    limits: false,
    sleep: (ms, signal) => (ms < FIRST_REPEAT_MS ? realClock.sleep(ms, signal) : untilUp(signal)),
  });
  const port = await freePort();
  const { PATH = "", HOME = "" } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "webhook-restart-"));
  settings = {
    PATH,
    HOME,
    PORT: `${port}`,
    DATABASE_URL: `file:${join(folder, "bot.db")}`,
    MAX_BOT_TOKEN: TOKEN,
    MAX_API_URL: max.apiUrl,
    FAQ_FILE: SCHOOL,
    LOG_LEVEL: "error",
    TRANSPORT: "webhook",
    WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
    WEBHOOK_SECRET: "s3cret-of-the-restart",
  };
});
afterEach(async () => {
  running?.kill("SIGKILL");
  await max.close();
});

const calls = (method: string, path: string) =>
  max.max.calls.filter((call) => call.method === method && call.path === path).length;

/** A process that has looked at its subscription takes deliveries. */
async function untilUp(signal: AbortSignal): Promise<void> {
  do await realClock.sleep(LOOK_MS, signal);
  while (!signal.aborted && calls("GET", "/subscriptions") < starts);
}

function start(): void {
  running = spawn(process.execPath, [main], {
    cwd: ROOT,
    env: settings,
    stdio: "ignore",
  });
}

async function end(signal: NodeJS.Signals): Promise<void> {
  // From now on repeats wait for the next process: the one that ends would use them all up.
  starts += 1;
  const ended = new Promise((settle) => running?.once("exit", settle));
  running?.kill(signal);
  await ended;
}

const replies = (user: LocalUser) => user.messages.filter((message) => message.isFromBot);

test.each([
  { signal: "SIGTERM", mostRepeated: 0 },
  // What was sent and not noted when the process was killed.
  { signal: "SIGKILL", mostRepeated: 15 },
] as const)(
  "$signal while people write loses nothing, and repeats at most $mostRepeated replies",
  { timeout: 240_000 },
  async ({ signal, mostRepeated }) => {
    const users: LocalUser[] = [];
    // Each message is one of a new person: another reply to it is a repeated one.
    const write = (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const user = max.max.user();
        user.say("зачем нам этот макс");
        users.push(user);
      }
    };
    start();
    await until(() => max.max.webhooks.isActive);
    write(15);
    await until(() => users.some((user) => replies(user).length > 0));
    write(15);
    const ended = end(signal);
    write(15);
    await ended;
    write(15);
    start();
    await until(() => users.every((user) => replies(user).length > 0));
    const repeated = users.reduce((sum, user) => sum + replies(user).length - 1, 0);
    expect(repeated).toBeLessThanOrEqual(mostRepeated);
    expect(calls("POST", "/subscriptions")).toBe(1);
  },
);
