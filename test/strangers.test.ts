import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import type { Preview } from "../src/preview/preview.ts";
import { type Asking, askAs } from "./support/ask-as.ts";
import { freePort } from "./support/free-port.ts";
import { createRecordingLog } from "./support/logs.ts";
import { startBotOn, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// The whole bot on MAX, with webhook and console, and what strangers send to it.

const MAX_TOKEN = "token-of-the-strangers";
const SECRET = "0123456789abcdef-of-the-strangers";
const CONSOLE_TOKEN = "0123456789abcdef0123456789abcdef";
const EVIL = "evil.example:8080";

let max: Preview;
let app: App;
let port = 0;
const log = createRecordingLog();

beforeAll(async () => {
  max = await startMax(MAX_TOKEN, { limits: false });
  port = await freePort();
  const changes = {
    port,
    databaseUrl: `file:${join(mkdtempSync(join(tmpdir(), "strangers-")), "bot.db")}`,
    consoleToken: CONSOLE_TOKEN,
    transport: {
      kind: "webhook",
      endpoint: { url: `http://127.0.0.1:${port}/max/webhook`, secret: SECRET },
    },
  } as const;
  app = await startBotOn(max, MAX_TOKEN, changes, log);
  await until(() => max.max.webhooks.isActive);
});
afterAll(async () => {
  await app.stop();
  await max.close();
});

const ask = (path: string, asking: Asking = {}) => askAs(`http://127.0.0.1:${port}${path}`, asking);
const deliver = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  ask("/max/webhook", {
    method: "POST",
    headers: { "x-max-bot-api-secret": SECRET, ...headers },
    body,
  });

test.each(["/", "/console/", "/console/api/session", "/healthz", "/readyz", "/metrics"])(
  "%s is not given to a page that made its own name lead here",
  async (path) => {
    const refused = await ask(path, { headers: { host: EVIL } });
    expect(refused.status).toBe(403);
    expect(refused.text).toMatch(/^Чужой адрес/u);
    expect((await ask(path)).status).not.toBe(403);
    expect((await ask(path, { headers: { host: "10.0.0.7:8080" } })).status).not.toBe(403);
  },
);

test("signing in under a stranger's name is refused before the token is looked at", async () => {
  const headers = { host: EVIL, "x-console": "1", "content-type": "application/json" };
  const body = JSON.stringify({ token: CONSOLE_TOKEN });
  const refused = await ask("/console/api/session", { method: "POST", headers, body });
  expect(refused.status).toBe(403);
  expect(refused.headers["set-cookie"]).toBeUndefined();
});

test("MAX delivers by whatever name the proxy was called", async () => {
  expect((await deliver('{"update_type":"x"}', { host: "bot.school.ru" })).status).toBe(200);
});

const refusedOf = async (why: string) =>
  Number(new RegExp(`refused_total\\{why="${why}"\\} (\\d+)`, "u").exec((await ask("/metrics")).text)?.[1]);

test("wrong secrets and tokens are counted, and fill no log", async () => {
  const guess = { "x-max-bot-api-secret": "guess", "x-forwarded-for": "203.0.113.9" };
  const statuses: number[] = [];
  for (let nth = 0; nth < 100; nth += 1) statuses.push((await deliver("{}", guess)).status);
  expect(statuses).toEqual([...Array(10).fill(401), ...Array(90).fill(429)]);
  expect((await deliver("{}", { "x-forwarded-for": "203.0.113.9" })).status).toBe(200);
  expect(await refusedOf("webhook_secret")).toBe(100);
  const lines = log.lines.filter((line) => line.includes("Wrong secrets"));
  expect(lines).toEqual(["warn Wrong secrets at the webhook { count: 1, address: '203.0.113.9' }"]);
  const headers = { "x-console": "1", "content-type": "application/json" };
  const wrong = { method: "POST", headers, body: '{"token":"wrong"}' };
  expect((await ask("/console/api/session", wrong)).status).toBe(401);
  expect(await refusedOf("console_token")).toBe(1);
  expect(await refusedOf("webhook_busy")).toBe(0);
});

test.each([
  { why: "no JSON", body: "{", status: 400 },
  { why: "a list", body: "[]", status: 400 },
  { why: "bytes that are no text", body: new Uint8Array([0x7b, 0x00, 0xff, 0x7d]), status: 400 },
  { why: "nesting", body: `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, status: 200 },
  {
    why: "names of a prototype",
    body: '{"__proto__":{"isAdmin":true},"constructor":1}',
    status: 200,
  },
  {
    why: "null bytes",
    body: '{"update_type":"message_created\\u0000","message":"\\u0000"}',
    status: 200,
  },
  { why: "a number for a person", body: '{"update_type":"bot_started","user":1e999}', status: 200 },
])("a delivery of $why is answered with $status and harms nothing", async ({ body, status }) => {
  expect((await deliver(body)).status).toBe(status);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect((await ask("/healthz")).status).toBe(200);
});

const COOKIE = { cookie: "max-faq-console=9999999999999.AAAA; max-faq-console=" };
test.each([
  { path: "/console/../../package.json", status: 404 },
  { path: "/console/%2e%2e/%2e%2e/package.json", status: 404 },
  { path: "/console/assets/..%2f..%2fmain.js", status: 404 },
  { path: "/console/assets/%00.js", status: 404 },
  { path: "/console/%c0%ae%c0%ae/", status: 400 },
  { path: "//evil.example/", status: 404 },
  { path: "/console/api/__proto__", status: 401 },
  { path: "/console/api/state?__proto__[a]=1", status: 401 },
  { path: "/console/api/state", headers: COOKIE, status: 401 },
  { path: "/console/api/events", headers: COOKIE, status: 401 },
  { path: "/console/api/content/save", method: "POST", headers: { "x-console": "1" }, status: 401 },
  { path: "/console/api/content/save", method: "POST", headers: { origin: "null" }, status: 403 },
  {
    path: "/console/api/session",
    method: "DELETE",
    headers: { "sec-fetch-site": "same-site" },
    status: 403,
  },
  { path: "/max/webhook", method: "GET", status: 404 },
  { path: "/max/webhook/", method: "POST", status: 404 },
  { path: "/metrics", method: "TRACE", status: 404 },
  { path: "/preview/people", method: "POST", status: 404 },
] as readonly ({ path: string; status: number } & Asking)[])(
  "$path is answered with $status and the strict headers",
  async ({ path, status, ...asking }) => {
    const answer = await ask(path, asking);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(answer.text).not.toMatch(/root:|"dependencies"|node_modules|at \w+ \(/u);
  },
);
