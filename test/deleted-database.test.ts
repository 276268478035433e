import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { freePort } from "./support/free-port.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// Somebody deletes or replaces the file of the database while the bot works with it.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "token-of-the-deleted-database";
const QUESTION = "как мне поменять роль";

interface Bot {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  readonly errors: () => string;
}

let main: string;
let max: Preview;
let folder: string;
let bots: Bot[] = [];

beforeAll(async () => {
  main = await compiledMain();
});
beforeEach(async () => {
  max = await startMax(TOKEN, { limits: false });
  folder = mkdtempSync(join(tmpdir(), "deleted-"));
});
afterEach(async () => {
  for (const { child } of bots) child.kill("SIGKILL");
  bots = [];
  await max.close();
});

async function start(): Promise<Bot> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [main], {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      PORT: `${await freePort()}`,
      MAX_BOT_TOKEN: TOKEN,
      MAX_API_URL: max.apiUrl,
      DATABASE_URL: `file:${join(folder, "bot.db")}`,
      FAQ_FILE: SCHOOL,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const exit = new Promise<number | null>((settle) => child.on("close", settle));
  const bot = { child, exit, errors: () => text };
  bots.push(bot);
  return bot;
}

const replies = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot).length;
const shell = (command: string) => execFileSync("sh", ["-c", command], { cwd: folder });

test.each(["rm bot.db*", "cp bot.db new.db && mv new.db bot.db", "rm bot.db-wal"])(
  "after %s the bot ends with 1 and says why, and the next one answers everything once",
  { timeout: 240_000 },
  async (command) => {
    const first = await start();
    const user = max.max.user();
    user.say(QUESTION);
    await until(() => replies(user) === 1);
    shell(command);
    user.say(QUESTION);
    const second = await start();
    expect(await first.exit).toBe(1);
    expect(first.errors()).toContain("was deleted, moved away or replaced");
    expect(first.errors()).toContain("stop the bot first");
    expect(first.errors()).not.toContain("    at ");
    // It may have met the first one's files.
    if (second.child.exitCode !== null) await start();
    user.say(QUESTION);
    await until(() => replies(user) >= 3);
    user.say(QUESTION);
    await until(() => replies(user) >= 4);
    expect(replies(user)).toBe(4);
  },
);
