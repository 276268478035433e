import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import type { Config } from "../src/config/config.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { startBot, startBotOn, startMax } from "./support/program/start-bot.ts";
import { freePort } from "./support/free-port.ts";
import { until } from "./support/until.ts";

// The whole bot with MAX delivering to it: the local MAX posts to the program's own server.

const TOKEN = "token-of-the-webhook-test";
const SECRET = "s3cret-of-the-webhook-test";

let max: Preview;
let port = 0;
let databaseUrl = "";
let running: App | undefined;

beforeEach(async () => {
  max = await startMax(TOKEN, { limits: false });
  port = await freePort();
  databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), "webhook-")), "bot.db")}`;
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await max.close();
});

const url = (path = "/max/hook") => `http://127.0.0.1:${port}${path}`;
const onWebhook = (path?: string): Config["transport"] => ({
  kind: "webhook",
  endpoint: { url: url(path), secret: SECRET },
});
const onPolling: Config["transport"] = { kind: "polling", former: undefined };

async function start(transport: Config["transport"]): Promise<void> {
  running = await startBotOn(max, TOKEN, { transport, port, databaseUrl });
}

async function restart(transport: Config["transport"]): Promise<void> {
  await running?.stop();
  await start(transport);
}

const subscribed = () => max.max.webhooks.list().map((one) => one.url);
const untilSubscribed = (path?: string) => until(() => subscribed().includes(url(path)));
const replies = (user: LocalUser) => user.messages.filter((message) => message.isFromBot);

async function asked(user: LocalUser, text: string): Promise<string> {
  const before = replies(user).length;
  user.say(text);
  await until(() => replies(user).length > before);
  return replies(user).at(-1)?.text ?? "";
}

test("MAX delivers, the bot answers, a tap replaces the message, and nothing is polled", async () => {
  await start(onWebhook());
  await untilSubscribed();
  const user = max.max.user();
  expect(await asked(user, "зачем нам этот макс")).toContain("№ 156-ФЗ");
  const polls = max.max.calls.filter(({ path }) => path === "/updates").length;
  user.tap(replies(user)[0]?.mid ?? "", "👎");
  await until(() => replies(user)[0]?.text.includes("Что не так с ответом?") === true);
  expect(replies(user)).toHaveLength(1);
  expect(max.max.calls.filter(({ path }) => path === "/updates")).toHaveLength(polls);
});

test("what MAX delivers twice is answered once", async () => {
  await start(onWebhook());
  await untilSubscribed();
  max.max.faults.duplicateUpdates = true;
  const users = Array.from({ length: 20 }, () => max.max.user());
  for (const user of users) user.say("зачем нам этот макс");
  await until(() => users.every((user) => replies(user).length > 0));
  expect(await asked(users[0] ?? max.max.user(), "спасибо")).not.toBe("");
  expect(users.slice(1).map((user) => replies(user).length)).toEqual(Array(19).fill(1));
});

test("a stop keeps the subscription, a new address replaces the old one", async () => {
  await start(onWebhook());
  await untilSubscribed();
  await running?.stop();
  expect(subscribed()).toEqual([url()]);
  await start(onWebhook("/max/new"));
  await untilSubscribed("/max/new");
  await until(() => subscribed().length === 1);
  expect(await asked(max.max.user(), "зачем нам этот макс")).toContain("№ 156-ФЗ");
});

test("from polling to the webhook and back nothing is lost and nothing said twice", async () => {
  await start(onPolling);
  const users = Array.from({ length: 12 }, () => max.max.user());
  const askAll = () => users.forEach((user) => user.say("почему в школе нельзя телеграм"));
  const answered = (times: number) => () => users.every((user) => replies(user).length === times);
  askAll();
  await until(answered(1));
  await running?.stop();
  askAll();
  await start(onWebhook());
  askAll();
  await untilSubscribed();
  askAll();
  await until(answered(4));
  await restart(onPolling);
  await until(() => subscribed().length === 0);
  askAll();
  await until(answered(5));
  expect(max.max.calls.filter(({ path }) => path === "/messages")).toHaveLength(60);
});

test("without a token nothing is delivered to the public address: the local MAX is polled", async () => {
  const { app, preview } = await startBot(undefined, { transport: onWebhook() });
  expect(await asked(preview.max.user(), "зачем нам этот макс")).toContain("№ 156-ФЗ");
  expect(preview.max.webhooks.list()).toEqual([]);
  await app.stop();
});

test("a port that is taken ends the start in webhook mode with words for the operator", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await new Promise((settle) => other.once("listening", settle));
  await expect(start(onWebhook())).rejects.toThrow(`Listening for the webhook on "127.0.0.1:${port}"`);
  await new Promise((settle) => other.close(settle));
});
