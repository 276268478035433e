import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askAs } from "../../test/support/ask-as.ts";
import { until } from "../../test/support/until.ts";
import { createAttempts } from "./attempts.ts";
import { createServer, type Server } from "./server.ts";
import { type Accept, addWebhook, type Refused } from "./webhook-route.ts";

// The route over real connections: what MAX, strangers and broken networks send.

const SECRET = "s3cret_value-of-the-webhook";
/** On a busy machine. */
let server: Server;
let port = 0;
let taken: unknown[] = [];
let outcome: "taken" | "unavailable" = "taken";
let stored: Promise<unknown> = Promise.resolve();
/** What goes on when MAX was answered. */
let behind: Promise<unknown> | undefined;
let refused: string[] = [];
let now = 0;

beforeEach(async () => {
  taken = [];
  outcome = "taken";
  stored = Promise.resolve();
  server = createServer();
  [behind, refused, now] = [undefined, [], 0];
  const accept: Accept = async (update, keepFor) => {
    taken.push(update);
    if (behind !== undefined) keepFor(behind);
    await stored;
    return outcome;
  };
  addWebhook(server.app, {
    path: "/max/webhook",
    secret: SECRET,
    accept,
    attempts: createAttempts(() => now),
    onRefused: (why: Refused, address: string) => refused.push(`${why} ${address}`),
  });
  await server.listen("127.0.0.1", 0);
  const address = server.app.server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
});
afterEach(() => server.close());

interface Delivery {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly secret?: string | undefined;
  readonly path?: string;
  readonly type?: string;
  readonly forwarded?: string;
}

async function deliver(delivery: Delivery = {}): Promise<number> {
  const { body = '{"update_type":"x"}', path = "/max/webhook", type = "application/json" } = delivery;
  const secret = "secret" in delivery ? delivery.secret : SECRET;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: {
      "content-type": type,
      ...(delivery.forwarded === undefined ? {} : { "x-forwarded-for": delivery.forwarded }),
      ...(secret === undefined ? {} : { "x-max-bot-api-secret": secret }),
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

test("a delivery is answered with exactly 200 once it is taken", async () => {
  expect(await deliver()).toBe(200);
  expect(taken).toEqual([{ update_type: "x" }]);
});

test("a delivery that cannot be stored is to come again", async () => {
  outcome = "unavailable";
  expect(await deliver()).toBe(503);
});

test.each([
  { why: "another secret", secret: "s3cret_value-of-the-webhooK" },
  { why: "a part of the secret", secret: SECRET.slice(0, -1) },
  { why: "an empty secret", secret: "" },
  { why: "no secret", secret: undefined },
])("$why is refused, and nothing is read", async ({ secret }) => {
  expect(await deliver({ secret })).toBe(401);
  expect(taken).toEqual([]);
});

test("a stranger's body is not waited for", async () => {
  const answer = await sendRaw(
    "POST /max/webhook HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n{",
  );
  expect(answer).toContain(" 401 ");
  expect(answer.toLowerCase()).toContain("connection: close");
});

test.each([
  { why: "no JSON", body: "{" },
  { why: "nothing", body: "" },
  { why: "a list", body: "[]" },
  { why: "null", body: "null" },
  { why: "a number", body: "1" },
  { why: "bytes that are no UTF-8", body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) },
])("a body that is $why is refused for good", async ({ body }) => {
  expect(await deliver({ body })).toBe(400);
  expect(taken).toEqual([]);
});

test("a body of more than a megabyte is refused", async () => {
  expect(await deliver({ body: `{"x":"${"я".repeat(600_000)}"}` })).toBe(413);
});

test("a query and an unusual content type do not matter, another path does", async () => {
  expect(await deliver({ path: "/max/webhook?x=1", type: "text/plain; charset=utf-8" })).toBe(200);
  expect(await deliver({ path: "/max/other" })).toBe(404);
});

test.each([
  { why: "no content type", header: "" },
  { why: "an empty content type", header: "content-type:\r\n" },
  { why: "what is no content type", header: "content-type: ;;;\r\n" },
])("a delivery with $why is taken", async ({ header }) => {
  expect(await sendRaw(posting(`${header}content-length: 7`, '{"a":1}'))).toContain(" 200 ");
  expect(taken).toEqual([{ a: 1 }]);
});

test("deliveries that are sent at once on one connection are each taken, until a stranger's", async () => {
  const own = posting("content-length: 7", '{"a":1}');
  const strange = 'POST /max/webhook HTTP/1.1\r\nhost: x\r\ncontent-length: 7\r\n\r\n{"b":1}';
  const answer = await sendRaw(own + own + strange, true);
  expect(answer.match(/HTTP\/1\.1 \d+/gu)).toEqual(["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 401"]);
  expect(taken).toEqual([{ a: 1 }, { a: 1 }]);
});

test("an old HTTP without keep-alive is served, two lengths of a body are not", async () => {
  const old = posting("content-length: 7", '{"a":1}').replace("HTTP/1.1", "HTTP/1.0");
  expect(await sendRaw(old, true)).toContain(" 200 ");
  const smuggled = posting("content-length: 7\r\ntransfer-encoding: chunked", "0\r\n\r\n");
  expect(await sendRaw(smuggled, true)).toContain(" 400 ");
  expect(taken).toHaveLength(1);
});

const strange = (address: string) =>
  askAs(`http://127.0.0.1:${port}/max/webhook`, {
    method: "POST",
    headers: { "x-max-bot-api-secret": "guessed", "x-forwarded-for": address },
  });

test("whoever tries ten secrets is locked out for a while, but never who has the right one", async () => {
  for (let nth = 0; nth < 10; nth += 1) expect((await strange("203.0.113.7")).status).toBe(401);
  const locked = await strange("203.0.113.7");
  expect(locked.status).toBe(429);
  expect(locked.headers["retry-after"]).toBe("900");
  expect(locked.headers.connection).toBe("close");
  expect((await strange("203.0.113.8")).status).toBe(401);
  expect(await deliver({ forwarded: "203.0.113.7" })).toBe(200);
  expect(refused).toHaveLength(12);
  expect(refused.at(-1)).toBe("webhook_secret 203.0.113.8");
  now += 15 * 60_000;
  expect((await strange("203.0.113.7")).status).toBe(401);
});

test("more deliveries than may wait are to come again, and room is made when one is stored", async () => {
  let store: (value: unknown) => void = () => undefined;
  stored = new Promise((resolve) => (store = resolve));
  const waiting = Array.from({ length: 500 }, () => inject());
  await until(() => taken.length === 500);
  const busy = await inject();
  expect(busy.statusCode).toBe(503);
  expect(busy.headers).toMatchObject({ "retry-after": "30", connection: "close" });
  expect(refused).toEqual(["webhook_busy 127.0.0.1"]);
  store(undefined);
  expect(new Set((await Promise.all(waiting)).map((one) => one.statusCode))).toEqual(new Set([200]));
  expect((await inject()).statusCode).toBe(200);
});

test("of large deliveries fewer may wait, whether they say their size or not", async () => {
  let store: (value: unknown) => void = () => undefined;
  stored = new Promise((resolve) => (store = resolve));
  const body = `{"x":"${"a".repeat(1_000_000)}"}`;
  const waiting = Array.from({ length: 16 }, () => deliver({ body }));
  await until(() => taken.length === 16);
  expect(await sendRaw(posting("content-length: 1000000", "{"))).toContain(" 503 ");
  const size = body.length.toString(16);
  const chunked = posting("transfer-encoding: chunked", `${size}\r\n${body}\r\n0\r\n\r\n`);
  expect(await sendRaw(chunked)).toContain(" 503 ");
  const small = deliver();
  await until(() => taken.length === 17);
  store(undefined);
  expect(new Set(await Promise.all([...waiting, small]))).toEqual(new Set([200]));
  expect(await deliver({ body })).toBe(200);
});

test("what the database still holds waits, though MAX was told to come again", async () => {
  let store: (value: unknown) => void = () => undefined;
  behind = new Promise((resolve) => (store = resolve));
  outcome = "unavailable";
  for (let nth = 0; nth < 500; nth += 1) await inject();
  expect(taken).toHaveLength(500);
  await inject();
  expect(taken).toHaveLength(500);
  store(undefined);
  await behind;
  await inject();
  expect(taken).toHaveLength(501);
});

test("deliveries that break off give their place back", async () => {
  const half = posting("content-length: 1000000", "{");
  for (let nth = 0; nth < 40; nth += 1) {
    const socket = connect(port, "127.0.0.1");
    const seen = new Promise((resolve) => server.app.server.once("request", resolve));
    socket.write(half);
    await seen;
    socket.resetAndDestroy();
  }
  // Each of them is noticed a moment later.
  await expect.poll(() => deliver({ body: `{"x":"${"a".repeat(1_000_000)}"}` })).toBe(200);
});

function inject() {
  const headers = { "x-max-bot-api-secret": SECRET };
  return server.app.inject({ method: "POST", url: "/max/webhook", headers, payload: { a: 1 } });
}

/** A delivery with the secret, to the letter. */
function posting(headers: string, body: string): string {
  return `POST /max/webhook HTTP/1.1\r\nhost: x\r\nx-max-bot-api-secret: ${SECRET}\r\n${headers}\r\n\r\n${body}`;
}

test("letters that are split over chunks arrive whole", async () => {
  const body = Buffer.from('{"text":"Привет, это вопрос о школе 🙂"}');
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  socket.write(
    `POST /max/webhook HTTP/1.1\r\nhost: x\r\nx-max-bot-api-secret: ${SECRET}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  for (const byte of body) {
    socket.write(Buffer.concat([Buffer.from("1\r\n"), Buffer.of(byte), Buffer.from("\r\n")]));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  socket.write("0\r\n\r\n");
  await new Promise((resolve) => socket.once("data", resolve));
  socket.destroy();
  expect(taken).toEqual([{ text: "Привет, это вопрос о школе 🙂" }]);
});

test("a connection that breaks in the middle of a body leaves nothing behind", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `POST /max/webhook HTTP/1.1\r\nhost: x\r\nx-max-bot-api-secret: ${SECRET}\r\ncontent-length: 100\r\n\r\n{"a":`,
  );
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  socket.resetAndDestroy();
  expect(await deliver()).toBe(200);
  expect(taken).toHaveLength(1);
});

/** Writes `text` on a connection of its own; what comes back first, or until it is closed. */
async function sendRaw(text: string, isToTheEnd = false): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(text);
  let answer = "";
  await new Promise<void>((resolve) => {
    socket.on("close", () => resolve());
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString();
      if (!isToTheEnd) resolve();
    });
  });
  socket.destroy();
  return answer;
}
