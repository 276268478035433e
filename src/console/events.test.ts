import { silentLog } from "../../test/support/logs.ts";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addConsole } from "./console.ts";
import { eventsArea, type Stamps } from "./events.ts";

// The stream over real connections: pages that look, leave, lose their session, and a program that stops.

const STAMPS: Stamps = { journal: "1", content: "1", state: "1" };
let app: FastifyInstance;
let port = 0;
let stamps: Stamps | undefined = STAMPS;
let isOpen = true;
/** A look lasts until then. */
let lookEnd = Promise.resolve();
let looks = 0;
/** How long all pauses would have taken. */
let pausedMs = 0;
/** The last page has gone. */
let isIdle = false;
/** Who waits for the next look. */
let waiting: (() => void)[] = [];
const sockets: Socket[] = [];

beforeEach(() => {
  stamps = STAMPS;
  isOpen = true;
  lookEnd = Promise.resolve();
  looks = 0;
  pausedMs = 0;
  waiting = [];
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

/** A pause that ends when the test says so. */
function untilTold(ms: number, signal: AbortSignal): Promise<void> {
  pausedMs += ms;
  return new Promise((resolve) => {
    isIdle = false;
    const end = () => {
      isIdle = true;
      resolve();
    };
    signal.addEventListener("abort", end, { once: true });
    waiting.push(() => {
      signal.removeEventListener("abort", end);
      resolve();
    });
  });
}

async function open(): Promise<void> {
  app = Fastify({ logger: false, forceCloseConnections: "idle" });
  addConsole(app, {
    entrance: { kind: "open" },
    areas: [
      eventsArea({
        stamps: async () => {
          looks += 1;
          await lookEnd;
          if (stamps === undefined) throw new Error("the database is away");
          return stamps;
        },
        isOpen: () => isOpen,
        sleep: untilTold,
      }),
    ],
    organization: () => "Школа",
    hasChat: true,
    onWrongToken: () => undefined,
    log: silentLog,
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
}

interface Listening {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  /** Everything that was heard, once it has this in it. */
  until(text: string): Promise<string>;
}

function listen(): Listening {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  let heard = "";
  const hear = new Set<() => void>();
  socket.on("data", (chunk: Buffer) => {
    heard += chunk.toString();
    for (const look of hear) look();
  });
  socket.write("GET /console/api/events HTTP/1.1\r\nhost: x\r\n\r\n");
  return {
    socket,
    closed: new Promise((resolve) => socket.once("close", () => resolve())),
    until: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (heard.includes(text)) resolve(heard);
        };
        hear.add(look);
        look();
      }),
  };
}

/** The program looks once more: it is waiting to, and again afterwards. */
async function nextLook(): Promise<void> {
  const before = looks;
  await until(() => waiting.length > 0);
  for (const resolve of waiting.splice(0)) resolve();
  await until(() => looks > before && waiting.length > 0);
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await pause(1);
}

test("a page hears what has changed, and nothing of what has not", async () => {
  await open();
  const page = listen();
  await page.until("retry:");
  await nextLook();
  stamps = { ...STAMPS, journal: "2" };
  await nextLook();
  stamps = { ...STAMPS, journal: "2", content: "2", state: "2" };
  await nextLook();
  const heard = await page.until("event: state");
  expect(heard).toContain("content-type: text/event-stream");
  expect(heard).toContain("x-frame-options: DENY");
  expect(heard.match(/event: \w+/gu)).toEqual(["event: journal", "event: content", "event: state"]);
});

test("a page is let in when it is known what there is: whatever changes from then on is told", async () => {
  await open();
  let endLook = () => {};
  lookEnd = new Promise((resolve) => {
    endLook = resolve;
  });
  const page = listen();
  const entry = page.until("retry:").then(() => "let in");
  await until(() => looks === 1);
  expect(await Promise.race([entry, pause(100, "waiting")])).toBe("waiting");
  endLook();
  expect(await entry).toBe("let in");
  stamps = { ...STAMPS, content: "2" };
  await nextLook();
  await page.until("event: content");
});

test("several pages share one look, and nobody looks when they are gone", async () => {
  await open();
  const pages = [listen(), listen()];
  for (const page of pages) await page.until("retry:");
  await nextLook();
  expect(looks).toBe(2);
  stamps = { ...STAMPS, journal: "2" };
  await nextLook();
  for (const page of pages) await page.until("event: journal");
  for (const { socket } of pages) socket.destroy();
  await until(() => isIdle);
  expect(looks).toBe(3);
  waiting = [];
  const late = listen();
  await late.until("retry:");
  stamps = { ...STAMPS, journal: "3" };
  await nextLook();
  await late.until("event: journal");
});

test("a database that does not answer changes nothing until it does", async () => {
  await open();
  const page = listen();
  await page.until("retry:");
  await nextLook();
  stamps = undefined;
  await nextLook();
  stamps = { ...STAMPS, state: "2" };
  await nextLook();
  expect((await page.until("event: state")).match(/event: \w+/gu)).toEqual(["event: state"]);
});

test("the stream ends with the session", async () => {
  await open();
  const page = listen();
  await page.until("retry:");
  isOpen = false;
  for (let nth = 0; nth < 10; nth += 1) await nextLook();
  await expect(page.closed).resolves.toBeUndefined();
});

test("a program that stops ends the streams and waits for nobody", async () => {
  await open();
  const page = listen();
  await page.until("retry:");
  const startedAt = performance.now();
  await app.close();
  await page.closed;
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test("a quiet stream is heard of before proxies take it for dead", async () => {
  await open();
  const page = listen();
  await page.until("retry:");
  for (let nth = 0; nth < 10; nth += 1) await nextLook();
  await page.until("still here");
  // The usual patience of proxies is 60 s, that of our own server 80.
  expect(pausedMs).toBeLessThan(30_000);
});
