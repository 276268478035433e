import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// The process as an operator starts it, against a MAX that is another process' business.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "secret-token-of-the-bot";

interface Started {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  readonly output: () => string;
}

let max: Preview;
let started: Started[] = [];
let database = "";

let main: string;
beforeAll(async () => {
  main = await compiledMain();
});

beforeEach(async () => {
  max = await startMax(TOKEN, { username: "test_bot" });
  database = `file:${join(mkdtempSync(join(tmpdir(), "bot-")), "bot.db")}`;
});

afterEach(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  started = [];
  await max.close();
});

function start(settings: Readonly<Record<string, string>>): Started {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [main], {
    cwd: ROOT,
    env: { PATH, HOME, PORT: "0", DATABASE_URL: database, FAQ_FILE: SCHOOL, ...settings },
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const exit = new Promise<number | null>((settle) => child.on("close", settle));
  const one = { child, exit, output: () => text };
  started.push(one);
  return one;
}

const onMax = (settings: Readonly<Record<string, string>> = {}) =>
  start({ MAX_BOT_TOKEN: TOKEN, MAX_API_URL: max.apiUrl, ...settings });
const replies = (user: LocalUser) => user.messages.filter((message) => message.isFromBot);

test("with a token and an address the bot answers there, and SIGTERM ends it with 0", async () => {
  // As an operator has it who says nothing of a content.
  const bot = onMax({ FAQ_FILE: "" });
  const user = max.max.user();
  user.say("зачем нам этот макс");
  await until(() => replies(user).length === 1);
  expect(replies(user)[0]?.text).toContain("№ 156-ФЗ");
  bot.child.kill("SIGTERM");
  expect(await bot.exit).toBe(0);
});

test("what was written while the bot was killed is answered after the restart, the rest not again", async () => {
  const first = onMax();
  const user = max.max.user();
  user.say("зачем нам этот макс");
  await until(() => replies(user).length === 1);
  // In one chat the next answer comes only when the one before it is noted as done.
  user.say("спасибо вам");
  await until(() => replies(user).length === 2);
  first.child.kill("SIGKILL");
  await first.exit;
  user.say("почему в школе нельзя телеграм");
  onMax();
  const counted = (text: string) => replies(user).filter((reply) => reply.text.includes(text)).length;
  await until(() => counted("иностранные мессенджеры в образовательном") === 1);
  expect(counted("№ 156-ФЗ")).toBe(1);
});

test("a wrong token ends the process with 2, says so, and is not shown", async () => {
  const bot = start({ MAX_BOT_TOKEN: "wrong-token", MAX_API_URL: max.apiUrl });
  expect(await bot.exit).toBe(2);
  expect(bot.output()).toContain("MAX_BOT_TOKEN");
  expect(bot.output()).not.toContain("wrong-token");
});

test("production without a token is refused with 2", async () => {
  const bot = start({ NODE_ENV: "production" });
  expect(await bot.exit).toBe(2);
  expect(bot.output()).toContain("MAX_BOT_TOKEN");
});

test("a secret of the webhook that can be guessed ends the start with 2 and what makes a good one", async () => {
  const WEBHOOK_URL = "https://bot.school.invalid/hook";
  const settings = { MAX_BOT_TOKEN: TOKEN, MAX_API_URL: max.apiUrl, TRANSPORT: "webhook" };
  const bot = start({ ...settings, WEBHOOK_URL, WEBHOOK_SECRET: "abcde" });
  expect(await bot.exit).toBe(2);
  expect(bot.output()).toMatch(/WEBHOOK_SECRET.*at least 16.*openssl rand -hex 32/u);
  expect(bot.output()).not.toContain("abcde");
});

test("a MAX that cannot be reached at the start is waited for", async () => {
  max.max.faults.next({ method: "GET", path: "/me" }, { status: 503, body: "<html>" }, 2);
  onMax();
  const user = max.max.user();
  user.say("зачем нам этот макс");
  await until(() => replies(user).length === 1);
  expect(max.max.calls.filter(({ path }) => path === "/me").map(({ status }) => status)).toEqual([503, 503, 200]);
});

test("without a token the screen says where the chat is and what the real MAX needs", async () => {
  const WEBHOOK_URL = "https://bot.school.invalid/hook";
  const bot = start({ TRANSPORT: "webhook", WEBHOOK_URL, WEBHOOK_SECRET: "0123456789abcdef" });
  await until(() => bot.output().includes("MAX_BOT_TOKEN"));
  const url = /http:\/\/127\.0\.0\.1:\d+\//u.exec(bot.output())?.[0] ?? "";
  expect((await fetch(url)).status).toBe(200);
  expect(bot.output()).toContain("TRANSPORT=webhook");
  bot.child.kill("SIGINT");
  expect(await bot.exit).toBe(0);
});

test("a chat page for a whole network says on the screen who administers there", async () => {
  const bot = start({ HOST: "0.0.0.0" });
  await until(() => bot.output().includes("MAX_BOT_TOKEN"));
  expect(bot.output()).toMatch(/HOST=0\.0\.0\.0.*администратора на ней нет.*CONSOLE_TOKEN/u);
  expect(bot.output()).not.toContain("Пульт");
  expect(bot.output()).not.toContain("не уходят с этого компьютера");
});

test("faults of the content are all shown, with exit code 2", async () => {
  const bot = start({ FAQ_FILE: "no-such.yaml" });
  expect(await bot.exit).toBe(2);
  expect(bot.output()).toContain("no-such.yaml");
});
