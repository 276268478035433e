import { mkdtemp, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRecordingLog, type RecordingLog } from "../../test/support/logs.ts";
import { createWorker } from "../delivery/worker.ts";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import type { Inbox } from "../store/inbox/inbox.ts";
import { createMaxClient, type MaxClientOptions } from "./client.ts";
import { runPolling } from "./polling.ts";
import { type Answer, cut, type FakeMax, hang, html, json, startFakeMax } from "../../test/support/max/fake-max.ts";

let folder = "";
let store: Store;
let max: FakeMax;
let log: RecordingLog;
let waits: number[] = [];
let abort = new AbortController();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "polling-"));
  store = await openDatabase(`file:${folder}/bot.db`);
  max = await startFakeMax();
  log = createRecordingLog();
  waits = [];
  abort = new AbortController();
});
afterEach(async () => {
  abort.abort();
  await max[Symbol.asyncDispose]();
  await store.close();
  await rm(folder, { recursive: true });
});

function written(mid: string, userId = 1) {
  return {
    update_type: "message_created",
    timestamp: 1,
    message: {
      sender: { user_id: userId, is_bot: false },
      recipient: { chat_id: 100 + userId, chat_type: "dialog" },
      body: { mid, text: "Тест" },
    },
  };
}

function batch(marker: unknown, ...updates: readonly unknown[]): Answer {
  return json({ updates, marker });
}

/** Aborts the polling; the request gets no answer. */
const end: Answer = () => abort.abort();

/** A client whose polls do not wait for their turn. */
function connect(options: Partial<MaxClientOptions> = {}) {
  const sleep = async () => undefined;
  return createMaxClient({ token: "token", apiUrl: max.url, log, sleep, ...options });
}

/** Polls with waits that take no time, until one of the answers is `end`. */
function run(inbox: Pick<Inbox, "marker" | "receive"> = store.inbox, onReceived = () => undefined) {
  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  const client = connect({ answerTimeoutMs: -500 });
  return runPolling({
    client,
    inbox,
    bot: { userId: 7, username: undefined },
    onReceived,
    log,
    signal: abort.signal,
    sleep,
    random: () => 1,
    now: () => 0,
    timeoutSeconds: 1,
  });
}

/** The ids of the messages in the inbox; what is no message has none. */
async function pendingMids(): Promise<string[]> {
  const page = await store.inbox.pending({ exceptLanes: [], limit: 100 });
  return page.updates.map(({ payload }) => /"mid":"([^"]*)"/u.exec(payload)?.[1] ?? "");
}

const markers = () => max.requests.map(({ query }) => query["marker"]);

test("updates are in the inbox before MAX is asked for more", async () => {
  let known: readonly string[] = [];
  let woken = 0;
  const look = async (response: ServerResponse) => {
    known = await pendingMids();
    end(response);
  };
  max.answer(batch(5, written("a", 1), written("b", 2)), (response) => void look(response));
  await run(store.inbox, () => void (woken += 1));
  expect(known).toEqual(["a", "b"]);
  expect(markers()).toEqual([undefined, "5"]);
  expect(woken).toBe(1);
});

test("where more waits than came, as much as MAX gives is asked for, until a line does not carry it", async () => {
  const full = Array.from({ length: 100 }, (_, index) => written(`m${index}`, index));
  const few = batch(2, written("a"));
  max.answer(batch(1, ...full), few, batch(3, ...full), cut, batch(4, written("b")), end);
  await run();
  const limits = max.requests.map(({ query }) => query["limit"]);
  expect(limits).toEqual(["100", "1000", "100", "1000", "100", "100"]);
  expect(markers()).toEqual([undefined, "1", "2", "3", "3", "4"]);
});

test("the marker is kept over a restart, and another bot starts without it", async () => {
  max.answer(batch(5, written("a")), end);
  await run();
  await store.close();
  store = await openDatabase(`file:${folder}/bot.db`);
  abort = new AbortController();
  max.answer(end);
  await run();
  expect(markers()).toEqual([undefined, "5", "5"]);
  expect(await store.inbox.marker("polling:8")).toBeUndefined();
});

test("a MAX that counts afresh is asked for all it has, and nothing is taken twice", async () => {
  const first = batch(2, written("b", 2));
  max.answer(batch(500, written("a")), first, batch(2, written("b", 2), written("c", 3)), end);
  await run();
  expect(markers()).toEqual([undefined, "500", undefined, "2"]);
  expect(await pendingMids()).toEqual(["a", "b", "c"]);
});

test("an update delivered again is taken once", async () => {
  let woken = 0;
  max.answer(batch(5, written("a")), batch(6, written("a")), end);
  await run(store.inbox, () => void (woken += 1));
  expect(await pendingMids()).toEqual(["a"]);
  expect(woken).toBe(1);
});

test.each<{ why: string; answer: Answer }>([
  { why: "500", answer: json({ code: "x", message: "y" }, 500) },
  { why: "503 with HTML", answer: html(503) },
  { why: "200 with HTML", answer: html(200) },
  { why: "no updates", answer: json({ marker: 9 }) },
  { why: "an empty body", answer: (response) => response.end() },
  { why: "a cut body", answer: cut },
  { why: "a half-open connection", answer: hang },
  { why: "a broken connection", answer: (response) => response.destroy() },
])("polling goes on after $why, with growing pauses and the same marker", async ({ answer }) => {
  max.answer(batch(5), answer, answer, answer, batch(6, written("a")), end);
  await run();
  expect(markers()).toEqual([undefined, "5", "5", "5", "5", "6"]);
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  expect(await pendingMids()).toEqual(["a"]);
});

test("polling waits as long as MAX asks", async () => {
  max.answer(json({}, 429, { "retry-after": "77" }), end);
  await run();
  expect(waits).toEqual([77_000]);
});

test("a refused token ends the polling with what to do about it", async () => {
  max.answer(json({ code: "verify.token", message: "Invalid access_token" }, 401));
  const polling = run();
  await expect(polling).rejects.toThrow(UsageError);
  await expect(polling).rejects.toThrow("MAX_BOT_TOKEN");
});

test("a batch without a marker is taken and the old marker kept", async () => {
  max.answer(batch(5), batch(null, written("a")), json({ updates: [written("b", 2)] }), end);
  await run();
  expect(markers()).toEqual([undefined, "5", "5", "5"]);
  expect(await pendingMids()).toEqual(["a", "b"]);
});

test("strange updates do not keep back the others", async () => {
  max.answer(batch(5, null, 7, [], { update_type: 1 }, written("a")), end);
  await run();
  expect(await store.inbox.marker("polling:7")).toBe("5");
  expect(await pendingMids()).toContain("a");
});

test("an update too deep to be stored is left out", async () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const good = JSON.stringify(written("a"));
  max.answer((response) => response.end(`{"updates":[${deep},${good}],"marker":5}`), end);
  await run();
  expect(await pendingMids()).toEqual(["a"]);
  expect(log.lines.join("\n")).toContain("not an update of MAX");
});

test("a marker that MAX keeps refusing is given up", async () => {
  await store.inbox.receive([], { source: "polling:7", value: "5" });
  const refusal = json({ code: "bad.marker", message: "too old" }, 400);
  max.answer(refusal, refusal, refusal, batch(50, written("a")), end);
  await run();
  expect(markers()).toEqual(["5", "5", "5", undefined, "50"]);
});

test("a full disk stops the marker, not the bot, and loses nothing", async () => {
  let failures = 3;
  const inbox = {
    marker: (source: string) => store.inbox.marker(source),
    receive: async (...args: Parameters<Inbox["receive"]>) => {
      if (failures-- > 0) throw new OutsideError("database or disk is full", { isRetryable: true });
      return store.inbox.receive(...args);
    },
  };
  max.answer(batch(5, written("a")), end);
  await run(inbox);
  expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
  expect(markers()).toEqual([undefined, "5"]);
  expect(await pendingMids()).toEqual(["a"]);
});

test("from MAX to the handler and back, each message is answered once and in order", async () => {
  const client = connect();
  const answered: string[] = [];
  const worker = createWorker({
    inbox: store.inbox,
    handle: async (payload) => {
      answered.push(JSON.stringify(payload).match(/"mid":"(?<mid>\w+)"/u)?.groups?.["mid"] ?? "?");
    },
    log,
  });
  worker.start();
  max.answer(
    batch(1, written("a1", 1), written("b1", 2), written("a2", 1)),
    batch(2, written("a2", 1), written("a3", 1)),
    hang,
  );
  const options = {
    client,
    inbox: store.inbox,
    bot: { userId: 7, username: undefined },
    log,
    signal: abort.signal,
  };
  const polling = runPolling({
    ...options,
    onReceived: () => worker.wake(),
    sleep: async () => undefined,
  });
  while (answered.length < 4) await new Promise((resolve) => setImmediate(resolve));
  abort.abort();
  await polling;
  await worker.stop();
  expect(answered.filter((mid) => mid.startsWith("a"))).toEqual(["a1", "a2", "a3"]);
  expect(answered.toSorted()).toEqual(["a1", "a2", "a3", "b1"]);
});
