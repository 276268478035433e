import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import type { Preview } from "../src/preview/preview.ts";
import { type Asking, askAs } from "./support/ask-as.ts";
import { freePort } from "./support/free-port.ts";
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

beforeAll(async () => {
  max = await startMax(MAX_TOKEN, { limits: false });
  port = await freePort();
  app = await startBotOn(max, MAX_TOKEN, {
    port,
    databaseUrl: `file:${join(mkdtempSync(join(tmpdir(), "strangers-")), "bot.db")}`,
    consoleToken: CONSOLE_TOKEN,
    transport: {
      kind: "webhook",
      endpoint: { url: `http://127.0.0.1:${port}/max/webhook`, secret: SECRET },
    },
  });
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
