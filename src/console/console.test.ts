import { silentLog } from "../../test/support/logs.ts";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import type { Log } from "../runtime/log.ts";
import { addConsole } from "./console.ts";
import { type ConsoleArea, refusal, REFUSALS } from "./routes.ts";
import { createAttempts } from "../server/attempts.ts";
import type { Entrance } from "./sign-in/entrance.ts";
import { createSignedSessions, isSame } from "./sign-in/signed-sessions.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const X_CONSOLE = { "x-console": "1" };
const ignore = () => undefined;
let app: FastifyInstance;
let wrongTokens: string[] = [];
let now = 1_800_000_000_000;

afterEach(() => app.close());

const sample: ConsoleArea = (routes) => {
  routes.get("sum", z.object({ a: z.coerce.number() }), async ({ a }) => ({ sum: a + 1 }));
  routes.post("echo", z.object({ text: z.string() }), async ({ text }) => ({ text }));
  routes.get("refused", z.object({}), async () => refusal(409, "нельзя"));
  routes.get("outside", z.object({}), async () => {
    throw new OutsideError("the database failed: password=123", { isRetryable: true });
  });
  routes.get("usage", z.object({}), async () => {
    throw new UsageError("Так нельзя");
  });
  routes.get("bug", z.object({}), async () => {
    throw new Error("password=123");
  });
};

function withToken(): Entrance {
  return {
    kind: "token",
    sessions: createSignedSessions(TOKEN, () => now),
    attempts: createAttempts(() => now),
    isToken: (text) => isSame(text, TOKEN),
  };
}

function open(entrance: Entrance = { kind: "open" }, warn: Log["warn"] = ignore): void {
  wrongTokens = [];
  app = Fastify({ logger: false });
  addConsole(app, {
    entrance,
    areas: [sample],
    organization: () => "Школа 5",
    hasChat: true,
    log: { ...silentLog, warn },
    onWrongToken: (address) => wrongTokens.push(address),
  });
}

interface Call {
  readonly method?: "GET" | "POST" | "DELETE" | "PUT";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

async function call({ method = "GET", path, headers = {}, body }: Call) {
  const isText = typeof body === "string";
  const response = await app.inject({
    method,
    url: `/console/api/${path}`,
    headers: {
      ...(isText ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.json<unknown>(),
  };
}

test("an area's routes read what comes in and answer JSON that nobody keeps", async () => {
  open();
  const got = await call({ path: "sum?a=2" });
  expect(got).toMatchObject({ status: 200, body: { sum: 3 } });
  expect(got.headers["cache-control"]).toBe("no-store");
  const echoed = {
    method: "POST",
    path: "echo",
    headers: X_CONSOLE,
    body: { text: "да" },
  } as const;
  expect(await call(echoed)).toMatchObject({ status: 200, body: { text: "да" } });
});

const SAFE = { method: "POST", path: "echo", headers: X_CONSOLE } as const;
test.each<{ why: string; call: Call; status: number; message: string }>([
  { why: "no such path", call: { path: "nothing" }, status: 404, message: REFUSALS.unknownPath },
  { why: "another method is meant", call: { path: "echo" }, status: 405, message: REFUSALS.method },
  { why: "wrong JSON", call: { ...SAFE, body: "{" }, status: 400, message: REFUSALS.unreadable },
  { why: "an empty body", call: { ...SAFE, body: "" }, status: 400, message: REFUSALS.unreadable },
  { why: "other JSON", call: { ...SAFE, body: { a: 1 } }, status: 400, message: REFUSALS.unfit },
  {
    why: "JSON that would change a prototype",
    call: { ...SAFE, body: '{"__proto__":{"a":1},"text":"x"}' },
    status: 400,
    message: REFUSALS.unreadable,
  },
  {
    why: "a form",
    call: { ...SAFE, headers: { ...X_CONSOLE, "content-type": "text/plain" }, body: "{}" },
    status: 415,
    message: REFUSALS.noJson,
  },
  {
    why: "too large a body",
    call: { ...SAFE, body: { text: "я".repeat(600_000) } },
    status: 413,
    message: REFUSALS.tooLarge,
  },
  {
    why: "no header that no form can set",
    call: { method: "POST", path: "echo", body: { text: "x" } },
    status: 403,
    message: REFUSALS.foreign,
  },
  {
    why: "the browser says it is from another site",
    call: { path: "sum?a=1", headers: { "sec-fetch-site": "cross-site" } },
    status: 403,
    message: REFUSALS.foreign,
  },
  {
    why: "a foreign origin",
    call: {
      ...SAFE,
      headers: { ...X_CONSOLE, origin: "https://evil.example" },
      body: { text: "x" },
    },
    status: 403,
    message: REFUSALS.foreign,
  },
  { why: "a wrong query", call: { path: "sum?a=x" }, status: 400, message: REFUSALS.unfit },
  { why: "the area refuses", call: { path: "refused" }, status: 409, message: "нельзя" },
  { why: "the operator has to act", call: { path: "usage" }, status: 409, message: "Так нельзя" },
  { why: "the database fails", call: { path: "outside" }, status: 503, message: REFUSALS.outside },
  { why: "a bug", call: { path: "bug" }, status: 500, message: REFUSALS.bug },
])("$why is answered by $status and a sentence", async ({ call: one, status, message }) => {
  open();
  expect(await call(one)).toMatchObject({ status, body: { message } });
});

test("where it is open nobody has to sign in", async () => {
  open();
  const session = { kind: "open", organization: "Школа 5", hasChat: true };
  expect(await call({ path: "session" })).toMatchObject({ status: 200, body: session });
});

test("whoever has not signed in is told so and nothing else", async () => {
  open(withToken());
  expect((await call({ path: "session" })).body).toEqual({ kind: "signed-out" });
  expect(await call({ path: "sum?a=1" })).toMatchObject({
    status: 401,
    body: { message: REFUSALS.signedOut },
  });
});

test("the token opens a session, signing out ends it", async () => {
  open(withToken());
  const signIn = { method: "POST", path: "session", headers: X_CONSOLE } as const;
  const signedIn = await call({ ...signIn, body: { token: ` ${TOKEN}\n` } });
  expect(signedIn).toMatchObject({ status: 200, body: { kind: "signed-in" } });
  const cookie = String(signedIn.headers["set-cookie"]);
  expect(cookie).toMatch(/; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/u);
  const headers = { ...X_CONSOLE, cookie: `other=1; ${cookie.split(";")[0]}` };
  expect(await call({ path: "sum?a=1", headers })).toMatchObject({ status: 200 });
  const out = await call({ method: "DELETE", path: "session", headers });
  expect(String(out.headers["set-cookie"])).toContain("Max-Age=0");
  expect(out.body).toEqual({ kind: "signed-out" });
});

test("the cookie is kept to https where the browser came by it", async () => {
  open(withToken());
  const headers = { ...X_CONSOLE, "x-forwarded-proto": "https" };
  const body = { token: TOKEN };
  const signedIn = await call({ method: "POST", path: "session", headers, body });
  expect(signedIn.headers["set-cookie"]).toMatch(/; Secure$/u);
});

function attempt(token: string, address: string) {
  return call({
    method: "POST",
    path: "session",
    headers: { ...X_CONSOLE, "x-forwarded-for": `1.1.1.1, ${address}` },
    body: { token },
  });
}

test("after ten wrong tokens an address has to wait, others do not", async () => {
  open(withToken());
  for (let nth = 0; nth < 10; nth += 1)
    expect(await attempt("wrong", "203.0.113.7")).toMatchObject({
      status: 401,
      body: { message: REFUSALS.wrongToken },
    });
  const refused = await attempt(TOKEN, "203.0.113.7");
  expect(refused).toMatchObject({ status: 429, body: { message: REFUSALS.tooManyAttempts(15) } });
  expect(refused.headers["retry-after"]).toBe("900");
  expect(wrongTokens).toEqual(Array(11).fill("203.0.113.7"));
  expect(await attempt(TOKEN, "203.0.113.8")).toMatchObject({ status: 200 });
  now += 900_000;
  expect(await attempt(TOKEN, "203.0.113.7")).toMatchObject({ status: 200 });
});

test("whoever tries tokens from many addresses does not keep out who has the right one", async () => {
  open(withToken());
  for (let nth = 0; nth < 200; nth += 1) await attempt("wrong", `198.51.100.${nth}`);
  expect(await attempt("wrong", "203.0.113.8")).toMatchObject({
    status: 429,
    body: { message: REFUSALS.tooManyAttempts(15) },
  });
  expect(await attempt(TOKEN, "203.0.113.8")).toMatchObject({ status: 200 });
});

test("who goes on trying tokens fills no log", async () => {
  const lines: string[] = [];
  open(withToken(), ({ address }, message) => lines.push(`${String(address)} ${message}`));
  for (let nth = 0; nth < 13; nth += 1) await attempt("wrong", "203.0.113.7");
  expect(lines).toEqual([
    ...Array.from({ length: 10 }, () => "203.0.113.7 Signing in to the console: a wrong token"),
    "203.0.113.7 Too many attempts to sign in to the console",
  ]);
});
