import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askAs } from "../../test/support/ask-as.ts";
import { guardHost } from "./host-guard.ts";
import { createServer, type Server } from "./server.ts";

// Under which names the program answers, and whose writing it takes.

let server: Server;
let url = "";

async function serve(guard: Parameters<typeof guardHost>[1]): Promise<void> {
  server = createServer();
  guardHost(server.app, guard);
  server.app.get("/read", async () => "read");
  server.app.post("/write", async () => "written");
  server.app.post("/hook/max", async () => "delivered");
  await server.listen("127.0.0.1", 0);
  const address = server.app.server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}
afterEach(() => server.close());

const reading = async (headers: Readonly<Record<string, string>>) => (await askAs(`${url}/read`, { headers })).status;
const writing = async (headers: Readonly<Record<string, string>>, path = "/write") =>
  (await askAs(`${url}${path}`, { method: "POST", headers })).status;

describe("a program behind names", () => {
  beforeEach(() => serve({ names: ["Bot.School.ru", "machine.lan", "0.0.0.0"], openPath: "/hook/max" }));

  test.each([
    { why: "this computer", host: "localhost:8080", status: 200 },
    { why: "an address: no name, nothing to bind anew", host: "10.1.2.3:8080", status: 200 },
    { why: "an address of IPv6", host: "[fd00::7]:8080", status: 200 },
    { why: "a service beside us, which no stranger can name so", host: "bot-1:8080", status: 200 },
    { why: "the public name", host: "bot.school.ru", status: 200 },
    { why: "the public name in other letters", host: "BOT.school.RU:443", status: 200 },
    { why: "the name that is listened on", host: "machine.lan:8080", status: 200 },
    { why: "a stranger's name", host: "evil.example:8080", status: 403 },
    { why: "a name around the public one", host: "bot.school.ru.evil.example", status: 403 },
    { why: "a name around an address", host: "127.0.0.1.evil.example", status: 403 },
    { why: "an address with a name before it", host: "evil.example@127.0.0.1", status: 403 },
    { why: "half an address", host: "[::1].evil.example", status: 403 },
  ])("is $status under $why ($host)", async ({ host, status }) => {
    expect(await reading({ host })).toBe(status);
  });

  test("is reached by any name over https: a browser says whence it asks there, and by http it does not", async () => {
    const host = "pult.school.ru";
    expect(await reading({ host })).toBe(403);
    expect(await reading({ host, "x-forwarded-proto": "https" })).toBe(403);
    expect(await reading({ host, "sec-fetch-site": "none" })).toBe(200);
    expect(await writing({ host, "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await writing({ host, "sec-fetch-site": "cross-site" })).toBe(403);
  });

  test("takes deliveries under any name: their secret is what guards them", async () => {
    expect(await writing({ host: "evil.example" }, "/hook/max")).toBe(200);
    expect(await writing({ host: "evil.example" }, "/hook/max?x=1")).toBe(200);
    expect(await writing({ host: "evil.example" }, "/write")).toBe(403);
  });
});

describe("a program that is open to this computer", () => {
  beforeEach(() => serve({ names: ["127.0.0.1"], isOnlyHere: true }));

  test.each([
    { why: "its name", host: "localhost:8080", status: 200 },
    { why: "its address", host: "127.0.0.1:8080", status: 200 },
    { why: "its address in IPv6", host: "[::1]:8080", status: 200 },
    { why: "an address of a network", host: "10.1.2.3:8080", status: 403 },
    { why: "a name in the network", host: "machine:8080", status: 403 },
    { why: "a stranger's name", host: "evil.example:8080", status: 403 },
  ])("is $status under $why ($host)", async ({ host, status }) => {
    expect(await reading({ host })).toBe(status);
  });

  test("is not opened by a tunnel with https", async () => {
    expect(await reading({ host: "tunnel.example", "sec-fetch-site": "none" })).toBe(403);
  });

  test.each([
    { why: "no browser", headers: {}, reads: 200, writes: 200 },
    { why: "its own page", headers: { "sec-fetch-site": "same-origin" }, reads: 200, writes: 200 },
    {
      why: "its own page in an old browser",
      headers: { origin: "http://localhost" },
      reads: 200,
      writes: 200,
    },
    {
      why: "a link on another page",
      headers: { "sec-fetch-site": "cross-site" },
      reads: 200,
      writes: 403,
    },
    {
      why: "another page",
      headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      reads: 403,
      writes: 403,
    },
    {
      why: "another page in an old browser",
      headers: { origin: "http://localhost:81" },
      reads: 403,
      writes: 403,
    },
    { why: "a file", headers: { origin: "null" }, reads: 403, writes: 403 },
  ])("of $why: reading is $reads, writing $writes", async ({ headers, reads, writes }) => {
    const host = "localhost";
    expect(await reading({ host, ...headers })).toBe(reads);
    expect(await writing({ host, ...headers })).toBe(writes);
  });
});
