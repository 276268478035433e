import { connect } from "node:net";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import { REFUSALS } from "../src/console/routes.ts";
import type { Preview } from "../src/preview/preview.ts";
import { freePort } from "./support/free-port.ts";
import { startBot, startBotOn, startMax } from "./support/program/start-bot.ts";

// The console of the whole program, over real connections: who gets in, and what strangers send.

const TOKEN = "0123456789abcdef0123456789abcdef";
const MAX_TOKEN = "token-of-the-console-test";
const X_CONSOLE = { "x-console": "1" };

function databaseUrl(): string {
  return `file:${join(mkdtempSync(join(tmpdir(), "console-")), "bot.db")}`;
}

describe("with CONSOLE_TOKEN, on the real MAX", () => {
  let max: Preview;
  let app: App;
  let url = "";
  let port = 0;

  beforeAll(async () => {
    max = await startMax(MAX_TOKEN, { limits: false });
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    app = await startBotOn(max, MAX_TOKEN, {
      port,
      databaseUrl: databaseUrl(),
      consoleToken: TOKEN,
    });
  });
  afterAll(async () => {
    await app.stop();
    await max.close();
  });

  const api = (path: string, init: RequestInit = {}) => fetch(`${url}/console/api/${path}`, init);
  const signIn = (token: string, headers: Readonly<Record<string, string>> = {}) =>
    api("session", {
      method: "POST",
      headers: { ...X_CONSOLE, "content-type": "application/json", ...headers },
      body: JSON.stringify({ token }),
    });

  test.each(["/", "/console/"])("%s is the console, with nothing of other hosts", async (path) => {
    const response = await fetch(`${url}${path}`);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';/u);
    expect(await response.text()).toContain('<html lang="ru"');
  });

  test("the probes beside it are as they were", async () => {
    const response = await fetch(`${url}/healthz`);
    expect(await response.json()).toMatchObject({ status: "ok" });
  });

  test("without a session the page learns that it needs one", async () => {
    expect(await (await api("session")).json()).toEqual({ kind: "signed-out" });
  });

  test.each(["overview?from=2026-11-25&to=2026-11-25", "state", "content", "events"])(
    "without a session nothing is told by %s",
    async (path) => {
      const response = await api(path);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ message: REFUSALS.signedOut });
    },
  );

  test("the token opens it, a changed cookie does not, and signing out closes it", async () => {
    const response = await signIn(TOKEN);
    expect(await response.json()).toMatchObject({ kind: "signed-in", hasChat: false });
    const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const stateWith = async (value: string) => (await api("state", { headers: { cookie: value } })).status;
    expect(await stateWith(cookie)).toBe(200);
    expect(await stateWith(cookie.slice(0, -2))).toBe(401);
    const [name, value = ""] = cookie.split("=");
    const [openedAt = "", signature = ""] = value.split(".");
    // Somebody who wants to stay longer.
    expect(await stateWith(`${name}=${Number(openedAt) + 1000}.${signature}`)).toBe(401);
    expect(await stateWith(`${name}=${openedAt}`)).toBe(401);
    const out = await api("session", { method: "DELETE", headers: { ...X_CONSOLE, cookie } });
    expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
  });

  test("attempts are counted by the address that the proxy beside us saw, whatever is claimed", async () => {
    const from = (claimed: string) => ({ "x-forwarded-for": `${claimed}, 203.0.113.9` });
    const statuses: number[] = [];
    for (let nth = 0; nth < 12; nth += 1) statuses.push((await signIn("x".repeat(32), from(`10.0.0.${nth}`))).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const refused = await signIn(TOKEN, from("10.0.0.99"));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await refused.json()).toEqual({ message: REFUSALS.tooManyAttempts(15) });
    expect((await signIn(TOKEN, { "x-forwarded-for": "203.0.113.10" })).status).toBe(200);
  });

  const head = (line: string, ...headers: readonly string[]) => [line, "host: x", ...headers, "", ""].join("\r\n");
  const json = "content-type: application/json";
  test.each([
    { why: "no HTTP at all", sent: "\u0016\u0003\u0001 rubbish\r\n\r\n", status: 400 },
    {
      why: "a body without a session, which is not waited for",
      sent: head("POST /console/api/content/save HTTP/1.1", "x-console: 1", json, "content-length: 900000"),
      status: 401,
    },
    {
      why: "a large body to sign in with",
      sent: head("POST /console/api/session HTTP/1.1", "x-console: 1", json, "content-length: 900000"),
      status: 413,
    },
    {
      why: "a way out of the folder of the pages",
      sent: head("GET /console/../../package.json HTTP/1.1"),
      status: 404,
    },
    {
      why: "a way out in disguise",
      sent: head("GET /console/%2e%2e%2f%2e%2e%2fpackage.json HTTP/1.1"),
      status: 404,
    },
    {
      why: "an address that cannot be decoded",
      sent: head("GET /console/%ff%00 HTTP/1.1"),
      status: 400,
    },
    {
      why: "a cookie of rubbish",
      sent: head("GET /console/api/state HTTP/1.1", `cookie: max-faq-console=${"..%00é".repeat(50)}`),
      status: 401,
    },
    {
      why: "a token that is no text",
      sent: `${head("POST /console/api/session HTTP/1.1", "x-console: 1", json, "content-length: 16")}{"token":["a"] }`,
      status: 400,
    },
    {
      why: "another method",
      sent: head("PATCH /console/api/state HTTP/1.1", "x-console: 1"),
      status: 401,
    },
    {
      why: "a page of another site",
      sent: head("GET /console/api/session HTTP/1.1", "origin: https://evil.example"),
      status: 403,
    },
  ])("$why gets $status, and the program goes on", async ({ sent, status }) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    const answer = new Promise<string>((resolve) => {
      socket.once("data", (chunk: Buffer) => resolve(chunk.toString()));
      socket.once("close", () => resolve("closed"));
    });
    socket.write(sent);
    expect((await answer).split("\r\n")[0]).toContain(` ${status} `);
    socket.destroy();
    expect((await api("session")).status).toBe(200);
  });
});

test("without the token there is no console on the real MAX", async () => {
  const max = await startMax(MAX_TOKEN, { limits: false });
  const port = await freePort();
  const app = await startBotOn(max, MAX_TOKEN, { port, databaseUrl: databaseUrl() });
  for (const path of ["", "console", "console/", "console/api/session"])
    expect((await fetch(`http://127.0.0.1:${port}/${path}`)).status).toBe(404);
  await app.stop();
  await max.close();
});

test("in the preview on this computer it is open, and the chat page leads there", async () => {
  const bot = await startBot();
  const to = (path: string) => new URL(path, bot.preview.url).href;
  const session: unknown = await (await fetch(to("console/api/session"))).json();
  expect(session).toMatchObject({ kind: "open", hasChat: true });
  expect((await fetch(to("console/api/state"))).status).toBe(200);
  const chat = await (await fetch(to("/"))).text();
  expect(chat).toContain('href="/console/#/overview"');
  expect(chat).toContain("<title>Локальный MAX</title>");
  // A name of another site that was made to lead here.
  expect(await statusAs("evil.example", to("console/api/state"))).toBe(403);
  await bot.stop();
});

function statusAs(host: string, url: string): Promise<number> {
  const { port, pathname } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), "127.0.0.1");
    socket.once("data", (chunk: Buffer) => {
      socket.destroy();
      resolve(Number(chunk.toString().split(" ")[1]));
    });
    socket.write(`GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  });
}
