import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import { broken, SMALL_FAQ } from "./support/faq/small-faq.ts";
import type { Preview } from "../src/preview/preview.ts";
import { openDatabase } from "../src/store/database.ts";
import { freePort } from "./support/free-port.ts";
import { startBotOn, startMax } from "./support/program/start-bot.ts";

// What supervisors and Prometheus see of the running program.

const TOKEN = "token-of-the-watched-bot";
let max: Preview;
let app: App | undefined;
let port = 0;
let folder = "";

beforeEach(async () => {
  max = await startMax(TOKEN, { limits: false });
  port = await freePort();
  folder = mkdtempSync(join(tmpdir(), "watch-"));
  writeFileSync(join(folder, "faq.yaml"), SMALL_FAQ);
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  await max.close();
});

const databaseUrl = () => `file:${folder}/bot.db`;

async function start(): Promise<void> {
  app = await startBotOn(max, TOKEN, {
    port,
    faqFile: join(folder, "faq.yaml"),
    databaseUrl: databaseUrl(),
  });
}

async function get(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

/** The value of one series; undefined where there is none. */
async function metric(series: string): Promise<number | undefined> {
  const { text } = await get("/metrics");
  const line = text.split("\n").find((one) => one.startsWith(`max_faq_bot_${series} `));
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

const isReady = async () => (await get("/readyz")).status === 200;

test("an answered question is counted by kind and outcome, with its time and its calls", async () => {
  await start();
  const user = max.max.user();
  user.say("как мне поменять роль");
  await user.until(() => user.messages.length === 2);
  await expect.poll(() => metric('updates_total{kind="message",outcome="done"}')).toBe(1);
  expect(await metric("update_seconds_count")).toBe(1);
  expect(await metric('api_calls_total{method="POST /messages",status="200"}')).toBe(1);
  expect(await metric('api_call_seconds_count{method="GET /me"}')).toBe(1);
  // The size of the inbox is looked at once a second at most.
  await expect.poll(() => metric("inbox_pending")).toBe(0);
  expect(await metric("inbox_oldest_pending_seconds")).toBe(0);
  expect(await metric("leader")).toBe(1);
  expect(await metric("subscription_ok")).toBe(1);
  expect(await metric("ready")).toBe(1);
  expect(await metric("duplicates_total")).toBe(0);
  const age = Date.now() / 1000 - ((await metric("last_update_timestamp_seconds")) ?? 0);
  expect(Math.abs(age)).toBeLessThan(60);
  expect((await get("/metrics")).text).toContain("process_resident_memory_bytes");
});

test("a refusal of MAX is counted by its status, and what was given up is a gauge", async () => {
  const store = await openDatabase(databaseUrl());
  await store.inbox.receive([{ key: "m:x", lane: "user:1", payload: "{}", receivedAt: Date.now() }]);
  await store.inbox.giveUp(1, "Error: boom");
  await store.close();
  await start();
  max.max.faults.next({ method: "POST", path: "/messages" }, { status: 503, body: "<html>" }, 1);
  const user = max.max.user();
  user.say("как мне поменять роль");
  await user.until(() => user.messages.length === 2);
  expect(await metric('api_calls_total{method="POST /messages",status="503"}')).toBe(1);
  expect(await metric("put_aside")).toBe(1);
});

test("the content in service has its version, and one that is rejected shows", async () => {
  await start();
  const version = async () => /content_info\{version="([^"]+)"\} 1/u.exec((await get("/metrics")).text)?.[1];
  const before = await version();
  expect(before).toMatch(/^[\w-]{6,20}$/u);
  writeFileSync(join(folder, "faq.yaml"), broken("category: transfer", "category: transfr"));
  await expect.poll(() => metric("content_rejected")).toBe(1);
  expect(await version()).toBe(before);
  writeFileSync(join(folder, "faq.yaml"), broken("Как изменить роль?", "Как сменить роль?"));
  await expect.poll(() => metric("content_rejected")).toBe(0);
  expect(await version()).not.toBe(before);
});

test("a bot that MAX has not introduced is alive and not ready; then it is both", async () => {
  max.max.faults.next({ method: "GET", path: "/me" }, { status: 503, body: "<html>" }, 3);
  await start();
  const early = await get("/readyz");
  expect(early.status).toBe(503);
  expect(early.text).toContain("has not said yet who the bot is");
  expect((await get("/healthz")).status).toBe(200);
  await expect.poll(isReady).toBe(true);
  expect(await metric("ready")).toBe(1);
});

test("a webhook of somebody else that takes the updates makes the bot not ready", async () => {
  const url = "https://elsewhere.example/hook";
  max.max.webhooks.add({ url, secret: undefined, updateTypes: undefined });
  await start();
  await expect.poll(async () => (await get("/readyz")).text).toContain("somebody else");
  expect(await metric("subscription_ok")).toBe(0);
});

test("neither probes nor figures say anything secret", async () => {
  await start();
  const user = max.max.user();
  user.say("ромашка как мне поменять роль");
  await user.until(() => user.messages.length === 2);
  const all = await Promise.all(["/healthz", "/readyz", "/metrics"].map(get));
  const text = all.map((one) => one.text).join("\n");
  for (const secret of [TOKEN, "ромашка", `${user.userId}`, folder]) expect(text).not.toContain(secret);
});
