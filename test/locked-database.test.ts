import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import SqliteFile from "libsql";
import { afterEach, expect, test } from "vitest";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { freePort } from "./support/free-port.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// Another program holds the lock of the database file for longer than anybody waits, while people write.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "token-of-the-locked-database";
const PEOPLE = 10;

let max: Preview | undefined;
let bot: ChildProcess | undefined;

afterEach(async () => {
  bot?.kill("SIGKILL");
  await max?.close();
});

test(
  "what comes while another program writes is answered once it has done, and the probes tell of it meanwhile",
  { timeout: 240_000 },
  async () => {
    const [main, port, started] = await Promise.all([compiledMain(), freePort(), startMax(TOKEN, { limits: false })]);
    max = started;
    const path = join(mkdtempSync(join(tmpdir(), "locked-")), "bot.db");
    const { PATH = "", HOME = "" } = process.env;
    bot = spawn(process.execPath, [main], {
      cwd: ROOT,
      env: {
        PATH,
        HOME,
        PORT: `${port}`,
        MAX_BOT_TOKEN: TOKEN,
        MAX_API_URL: started.apiUrl,
        DATABASE_URL: `file:${path}`,
        FAQ_FILE: SCHOOL,
        LOG_LEVEL: "error",
      },
      stdio: "ignore",
    });
    const readiness = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status;
    const replies = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot).length;
    await expect.poll(readiness).toBe(200);
    const people = Array.from({ length: PEOPLE }, () => started.max.user());
    const say = () => people.forEach((one) => void one.say("как мне поменять роль"));

    say();
    await until(() => people.some((one) => replies(one) > 0));
    const other = new SqliteFile(path, { timeout: 5_000 });
    other.exec("begin immediate; create table other (x)");
    say();
    await expect.poll(readiness).toBe(503);
    // As long as a statement waits, and again as long.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    other.exec("commit");
    other.close();
    say();
    await until(() => people.every((one) => replies(one) >= 3));
    await expect.poll(readiness).toBe(200);
  },
);
