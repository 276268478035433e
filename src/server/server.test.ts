import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { STRICT_HEADERS, createServer, type Server } from "./server.ts";

let server: Server;
let port = 0;

beforeEach(async () => {
  server = createServer();
  server.app.get("/boom", () => {
    throw new Error("the password is 123");
  });
  await server.listen("127.0.0.1", 0);
  port = portOf(server);
});
afterEach(() => server.close());

function portOf({ app }: Server): number {
  const address = app.server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

test.each([["/nothing-here"], ["/boom"], ["/%zz"]])("the answer to %s has the strict headers", async (path) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  for (const [name, value] of Object.entries(STRICT_HEADERS)) expect(response.headers.get(name)).toBe(value);
  expect(response.headers.get("server")).toBeNull();
  expect(response.headers.get("x-powered-by")).toBeNull();
});

test("an error of the program is not told to strangers", async () => {
  const response = await fetch(`http://127.0.0.1:${port}/boom`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("123");
});

test.each([
  { why: "there is no such page", start: "POST /other HTTP/1.1", status: 404 },
  { why: "another method is meant", start: "PUT /boom HTTP/1.1", status: 404 },
])("where $why a body is not waited for", async ({ start, status }) => {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(`${start}\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{`);
  const answer = await new Promise<string>((resolve) => {
    socket.once("data", (chunk: Buffer) => resolve(chunk.toString()));
  });
  expect(answer).toContain(` ${status} `);
  await closed;
});

test("a request that never ends does not keep the server from closing", async () => {
  const stopping = createServer({ closingMs: 50 });
  stopping.app.post("/slow", async () => "ok");
  await stopping.listen("127.0.0.1", 0);
  const address = stopping.app.server.address();
  const socket = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
  socket.on("error", () => undefined);
  const request = "POST /slow HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\n{";
  const seen = new Promise((resolve) => stopping.app.server.once("request", resolve));
  socket.write(request);
  await seen;
  const startedAt = performance.now();
  await stopping.close();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  socket.destroy();
});

const QUICK = { headersMs: 50, requestMs: 100, checkMs: 10 };
const POST = "POST /slow HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n";

test.each([
  { why: "sends nothing at all", sent: "", status: "" },
  { why: "never ends its headers", sent: POST, status: "408" },
  { why: "never ends its body", sent: `${POST}\r\nabc`, status: "408" },
])("whoever $why is cut off", async ({ sent, status }) => {
  const slow = createServer(QUICK);
  slow.app.post("/slow", async () => "ok");
  await slow.listen("127.0.0.1", 0);
  const socket = connect(portOf(slow), "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(sent);
  await closed;
  expect(answer).toContain(status);
  await slow.close();
});

test("a server that has all the connections it may have closes further ones at once", async () => {
  const full = createServer({ mostConnections: 2 });
  full.app.get("/", async () => "ok");
  await full.listen("127.0.0.1", 0);
  const open = async () => {
    const socket = connect(portOf(full), "127.0.0.1");
    socket.on("error", () => undefined);
    await new Promise((resolve) => socket.once("connect", resolve));
    return socket;
  };
  const sockets = [await open(), await open()];
  const third = await open();
  await new Promise((resolve) => third.once("close", resolve));
  for (const socket of sockets) socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  for (const socket of sockets) {
    const answer = await new Promise((resolve) => socket.once("data", resolve));
    expect(String(answer)).toContain(" 200 ");
    socket.destroy();
  }
  await full.close();
});

test.each([
  { why: "headers of 20 kB", start: `GET /boom HTTP/1.1\r\nhost: x\r\na: ${"a".repeat(20_000)}` },
  { why: "a thousand headers", start: `GET /other HTTP/1.1\r\nhost: x${"\r\na: b".repeat(3_000)}` },
  { why: "a null byte in a header", start: "GET /boom HTTP/1.1\r\nhost: x\r\na: \0" },
  { why: "a null byte in the path", start: "GET /bo\0om HTTP/1.1\r\nhost: x" },
  { why: "no host", start: "GET /boom HTTP/1.1" },
  { why: "two hosts", start: "GET /nothing HTTP/1.1\r\nhost: x\r\nhost: y" },
])("$why: an answer of the 4xx kind, and the server goes on", async ({ start }) => {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`${start}\r\n\r\n`);
  const answer = await new Promise<string>((resolve) => {
    socket.once("data", (chunk: Buffer) => resolve(chunk.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
  socket.destroy();
  expect((await fetch(`http://127.0.0.1:${port}/nothing-here`)).status).toBe(404);
});

test("what is no HTTP gets an answer and does no harm", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write("\u0016\u0003\u0001 rubbish\r\n\r\n");
  const answer = await new Promise<string>((resolve) => {
    socket.once("data", (chunk: Buffer) => resolve(chunk.toString()));
  });
  expect(answer).toContain("400");
  socket.destroy();
  expect((await fetch(`http://127.0.0.1:${port}/nothing-here`)).status).toBe(404);
});
