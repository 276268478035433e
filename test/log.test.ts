import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Preview } from "../src/preview/preview.ts";
import { openDatabase } from "../src/store/database.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// All that the real process writes at the level info, in good times and bad: nothing that people wrote, and no secret.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "s3cret-token-of-the-logged-bot";
const MARK = "ромашка";

let max: Preview;
let child: ChildProcess | undefined;
let output = "";
let databaseUrl = "";

let main: string;
beforeAll(async () => {
  main = await compiledMain();
});

beforeEach(async () => {
  max = await startMax(TOKEN, { limits: false });
  databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), "log-")), "bot.db")}`;
  output = "";
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await max.close();
});

function start(): Promise<number | null> {
  const { PATH = "", HOME = "" } = process.env;
  const settings = {
    MAX_BOT_TOKEN: TOKEN,
    MAX_API_URL: max.apiUrl,
    DATABASE_URL: databaseUrl,
    FAQ_FILE: SCHOOL,
  };
  const bot = spawn(process.execPath, [main], {
    cwd: ROOT,
    env: { PATH, HOME, PORT: "0", LOG_LEVEL: "info", ...settings },
  });
  child = bot;
  const keep = (chunk: Buffer) => (output += chunk.toString());
  bot.stdout.on("data", keep);
  bot.stderr.on("data", keep);
  return new Promise((settle) => bot.on("close", settle));
}

const Line = z.object({
  msg: z.string().optional(),
  update: z.string().optional(),
  event: z.string().optional(),
  outcome: z.string().optional(),
  ms: z.number().optional(),
});

const lines = (msg: string) =>
  output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => Line.parse(JSON.parse(line)))
    .filter((line) => line.msg?.startsWith(msg));

test("neither texts nor ids of people nor the token are written, whatever fails", async () => {
  const store = await openDatabase(databaseUrl);
  // A bug: the error of JSON.parse quotes what it was given.
  const broken = { key: "m:broken-update", lane: "user:1", payload: `{ ${MARK}` };
  await store.inbox.receive([{ ...broken, receivedAt: Date.now() }]);
  await store.close();
  const messages = { method: "POST", path: "/messages" };
  max.max.faults.next(messages, { status: 502, body: `<html>${MARK}` }, 1);
  const exit = start();
  const user = max.max.user({ firstName: MARK });
  user.say(`${MARK} зачем нам этот макс 8 916 123-45-67`);
  const answers = () => user.messages.filter(({ isFromBot }) => isFromBot);
  await until(() => answers().length === 1);
  user.tap(answers()[0]?.mid ?? "", answers()[0]?.keyboard.flat()[0]?.text ?? "");
  user.say(`/${MARK}`);
  await until(() => lines("Answered").length === 3 && lines("An update will").length > 0);
  child?.kill("SIGTERM");
  expect(await exit).toBe(0);
  for (const secret of [MARK, TOKEN, `${user.userId}`, "123-45-67"]) expect(output).not.toContain(secret);

  const answered = lines("Answered");
  expect(answered.map(({ event = "" }) => event).toSorted()).toEqual(["message", "message", "tap"]);
  expect(answered.map(({ outcome }) => outcome)).toContain("answer");
  expect(new Set(answered.map(({ update }) => update)).size).toBe(3);
  for (const { update, ms } of answered) {
    expect(update).toMatch(/^[\w-]{10}$/u);
    expect(ms).toBeGreaterThanOrEqual(0);
  }
  expect(lines("An update will be tried again")[0]?.update).toBe("broken-upd");
  expect(lines("POST /messages")[0]?.update).toBeDefined();
});
