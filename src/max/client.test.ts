import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createRecordingLog, type RecordingLog } from "../../test/support/logs.ts";
import type { Place } from "../dialog/event.ts";
import type { Reply } from "../dialog/reply.ts";
import { UsageError } from "../runtime/errors.ts";
import { plain } from "../markup/rich-text.ts";
import { createMaxClient, type MaxClient } from "./client.ts";
import { MaxFailure } from "./failure.ts";
import {
  type Answer,
  cut,
  type FakeMax,
  hang,
  hangInBody,
  html,
  json,
  type SeenRequest,
  startFakeMax,
} from "../../test/support/max/fake-max.ts";

const TOKEN = "f9LHodD0cOJ-secret-token";
const CHAT: Place = { kind: "private", chatId: 472107880, userId: 212843158 };
const MESSAGE = { text: plain("Ответ"), keyboard: [] };
const SEND: Reply = { kind: "send", place: CHAT, message: MESSAGE };
const REPLACE: Reply = { kind: "replace", place: CHAT, callbackId: "cb-1", message: MESSAGE };
const SENT = json({ message: { body: { mid: "mid.1" } } });

let max: FakeMax;
let log: RecordingLog;
let time = 0;
let waits: number[] = [];

beforeEach(async () => {
  max = await startFakeMax();
  log = createRecordingLog();
  time = 0;
  waits = [];
});
afterEach(() => max[Symbol.asyncDispose]());

/** A client whose waits take no time and are noted. */
function connect(options: Partial<Parameters<typeof createMaxClient>[0]> = {}): MaxClient {
  const sleep = async (ms: number) => {
    waits.push(ms);
    time += ms;
  };
  const clock = { now: () => time, sleep, random: () => 1 };
  return createMaxClient({
    token: TOKEN,
    apiUrl: max.url,
    log,
    ...clock,
    answerTimeoutMs: 10_000,
    ...options,
  });
}

async function failureOf(promise: Promise<unknown>): Promise<MaxFailure> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MaxFailure)) throw new Error(`not a MaxFailure: ${inspect(error)}`);
  return error;
}

function linkOf({ body }: SeenRequest): unknown {
  return typeof body === "object" && body !== null && "link" in body ? body.link : undefined;
}

function poll(client: MaxClient, marker?: string) {
  return client.updates({
    marker,
    timeoutSeconds: 1,
    limit: 100,
    signal: new AbortController().signal,
  });
}

describe("sending", () => {
  test("goes to the chat where it is known, else to the user", async () => {
    max.answer(SENT);
    const client = connect();
    await client.send(SEND);
    await client.send({ ...SEND, place: { ...CHAT, chatId: undefined } });
    expect(max.requests).toMatchObject([
      { method: "POST", path: "/api/messages", query: { chat_id: "472107880" } },
      { method: "POST", path: "/api/messages", query: { user_id: "212843158" } },
    ]);
    expect(max.requests[0]?.body).toEqual({ text: "Ответ", format: "html" });
    expect(max.requests[0]?.authorization).toBe(TOKEN);
  });

  test("a replacement answers the tap and takes the old keyboard away", async () => {
    await connect().send(REPLACE);
    expect(max.requests).toMatchObject([
      {
        path: "/api/answers",
        query: { callback_id: "cb-1" },
        body: { message: { text: "Ответ", format: "html", attachments: [] } },
      },
    ]);
  });

  test.each([
    { why: "200 with success: false", answer: json({ success: false, message: "too old" }) },
    { why: "400", answer: json({ code: "proto.payload", message: "callback" }, 400) },
    { why: "404", answer: json({ code: "not.found", message: "gone" }, 404) },
    { why: "403", answer: json({ code: "chat.denied", message: "gone" }, 403) },
  ])("a replacement that is refused is sent as a new message, once: $why", async ({ answer }) => {
    max.answer(answer, SENT);
    expect(await connect().send(REPLACE)).toBe("mid.1");
    expect(max.requests.map(({ path }) => path)).toEqual(["/api/answers", "/api/messages"]);
    max.answer(answer);
    await failureOf(connect().send(REPLACE));
    expect(max.requests).toHaveLength(4);
  });

  test("a message quotes the one it answers, where that is known", async () => {
    max.answer(SENT);
    await connect().send({ ...SEND, replyTo: "mid.0" });
    await connect().send({ ...SEND, replyTo: "" });
    expect(max.requests.map(linkOf)).toEqual([{ type: "reply", mid: "mid.0" }, undefined]);
  });

  test.each([
    { why: "400", answer: json({ code: "proto.payload", message: "link.mid" }, 400) },
    { why: "404", answer: json({ code: "message.not.found", message: "gone" }, 404) },
    { why: "200 with success: false", answer: json({ success: false, message: "gone" }) },
  ])("what quotes a message that is gone is sent without, once: $why", async ({ answer }) => {
    const quoting = { ...SEND, replyTo: "mid.0" };
    max.answer(answer, SENT);
    expect(await connect().send(quoting)).toBe("mid.1");
    expect(max.requests.map(linkOf)).toEqual([{ type: "reply", mid: "mid.0" }, undefined]);
    max.answer(answer);
    await failureOf(connect().send(quoting));
    expect(max.requests).toHaveLength(4);
    max.answer(answer, SENT);
    await connect().send({ ...quoting, unquoted: { ...MESSAGE, text: plain("Целиком") } });
    expect(max.requests.at(-1)?.body).toEqual({ text: "Целиком", format: "html" });
  });

  test.each([
    { why: "the chat is closed", answer: json({ code: "chat.denied", message: "no" }, 403) },
    { why: "MAX may have sent it", answer: html(503) },
  ])("a quotation is kept where it is not to blame: $why", async ({ answer }) => {
    max.answer(answer);
    await failureOf(connect().send({ ...SEND, replyTo: "mid.0" }));
    expect(max.requests.map(linkOf)).not.toContain(undefined);
  });

  test.each<{ why: string; answer: Answer }>([
    { why: "429", answer: json({ code: "too.many", message: "slow down" }, 429) },
    { why: "500", answer: json({ code: "internal", message: "oops" }, 500) },
    { why: "503 with HTML", answer: html(503) },
    { why: "200 with HTML", answer: html(200) },
    { why: "the body is cut", answer: cut },
    { why: "JSON null", answer: json(null) },
    { why: "the connection breaks", answer: (response) => response.destroy() },
  ])("is tried again when it fails for a passing reason: $why", async ({ answer }) => {
    max.answer(answer, answer, SENT);
    await connect().send(SEND);
    expect(max.requests).toHaveLength(3);
    expect(waits.slice(0, 2)).toEqual([500, 1_000]);
  });

  test("waits as long as MAX asks", async () => {
    max.answer(json({}, 429, { "retry-after": "7" }), SENT);
    await connect().send(SEND);
    expect(waits).toContain(7_000);
  });

  test("does not wait longer than a handler may take", async () => {
    max.answer(json({}, 429, { "retry-after": "90" }));
    const failure = await failureOf(connect().send(SEND));
    expect(failure).toMatchObject({
      reason: "rate-limited",
      retryAfterMs: 90_000,
      isRetryable: true,
    });
    expect(max.requests).toHaveLength(1);
  });

  test("gives up within its time", async () => {
    max.answer(html(502));
    expect(await failureOf(connect().send(SEND))).toMatchObject({ reason: "server", status: 502 });
    expect(time).toBeLessThanOrEqual(40_000);
    expect(max.requests.length).toBeGreaterThan(4);
  });

  test.each([hang, hangInBody])("is not repeated after a time-out: it may have been sent", async (answer) => {
    max.answer(answer);
    const failure = await failureOf(connect({ answerTimeoutMs: 500 }).send(SEND));
    expect(failure).toMatchObject({ reason: "timeout", isRetryable: true });
    expect(max.requests).toHaveLength(1);
  });

  test("ends its retries when it is no longer wanted", async () => {
    max.answer(html(503));
    const abort = new AbortController();
    const client = connect({ sleep: async () => abort.abort() });
    expect((await failureOf(client.send(SEND, abort.signal))).reason).toBe("server");
    expect(max.requests).toHaveLength(1);
  });

  test("with a refused token is for the operator to mend", async () => {
    max.answer(json({ code: "verify.token", message: `Invalid access_token ${TOKEN}` }, 401));
    await expect(connect().send(SEND)).rejects.toThrow(UsageError);
  });
});

describe("failures", () => {
  test.each([
    { status: 400, reason: "rejected", isRetryable: false },
    { status: 401, reason: "unauthorised", isRetryable: false },
    { status: 403, reason: "forbidden", isRetryable: false },
    { status: 404, reason: "not-found", isRetryable: false },
    { status: 405, reason: "rejected", isRetryable: false },
    { status: 429, reason: "rate-limited", isRetryable: true },
    { status: 500, reason: "server", isRetryable: true },
  ])("of status $status are $reason", async ({ status, reason, isRetryable }) => {
    max.answer(json({ code: "some.code", message: "some words" }, status));
    const failure = await failureOf(poll(connect()));
    expect(failure).toMatchObject({ reason, isRetryable, status, code: "some.code" });
    expect(failure.message).toBe(`GET /updates: MAX answered ${status} some.code: "some words"`);
  });

  test.each([
    { code: "verify.token", reason: "unauthorised" },
    { code: "chat.denied", reason: "forbidden" },
    { code: "access.denied", reason: "forbidden" },
    { code: "chat.not.found", reason: "forbidden" },
    { code: "chat.not_found", reason: "forbidden" },
    { code: "dialog.not.found", reason: "forbidden" },
    { code: "error.dialogs.suspended", reason: "forbidden" },
    { code: "user.blocked", reason: "forbidden" },
    { code: "message.not.found", reason: "not-found" },
    { code: "not.found", reason: "not-found" },
    { code: "too.many.requests", reason: "rate-limited" },
    { code: "TOO_MANY_REQUESTS", reason: "rate-limited" },
    { code: "service.unavailable", reason: "server" },
    { code: "internal.error", reason: "server" },
    { code: "attachment.not.ready", reason: "rejected" },
    { code: "proto.payload", reason: "rejected" },
    { code: "some.code", reason: "rejected" },
  ])("of code $code are $reason, whatever the status", async ({ code, reason }) => {
    const body = { code, message: "some words" };
    for (const answer of [
      json({ success: false, ...body }),
      json(body),
      json(body, 400),
      json({ ...body, success: false }, 422),
    ]) {
      max.answer(answer);
      expect(await failureOf(poll(connect()))).toMatchObject({ reason, code });
    }
  });

  test("are told by the status where that says more than the code", async () => {
    for (const [status, reason] of [
      [429, "rate-limited"],
      [503, "server"],
      [403, "forbidden"],
    ] as const) {
      max.answer(json({ code: "proto.payload", message: "some words" }, status));
      expect((await failureOf(poll(connect()))).reason).toBe(reason);
    }
  });

  test("in HTML come from a proxy and say nothing about token or chat", async () => {
    for (const status of [200, 302, 400, 401, 403, 404]) {
      max.answer(html(status));
      const failure = await failureOf(poll(connect()));
      expect(failure).toMatchObject({ reason: "unexpected-response", isRetryable: true, status });
    }
  });

  test("of the connection tell the cause", async () => {
    const failure = await failureOf(poll(connect({ apiUrl: "http://127.0.0.1:2/" })));
    expect(failure.reason).toBe("network");
    expect(failure.message).toContain("no connection to MAX");
  });

  test("of the certificate tell the way out", async () => {
    const cause = Object.assign(new Error("unable"), { code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" });
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause }));
    expect((await failureOf(poll(connect({ fetch })))).message).toContain("NODE_EXTRA_CA_CERTS");
  });

  test("and the log never hold the token", async () => {
    const answers = [
      json({ code: TOKEN, message: `${"x".repeat(190)}${TOKEN}` }, 400),
      json({ success: false, message: TOKEN }),
      json({ code: "verify.token", message: TOKEN }, 401),
    ];
    const errors: unknown[] = [];
    for (const answer of answers) {
      max.answer(answer);
      errors.push(
        await connect()
          .send(REPLACE)
          .catch((error: unknown) => error),
      );
      errors.push(await poll(connect()).catch((error: unknown) => error));
    }
    const cause = new Error(`invalid header value ${TOKEN}`);
    const fetch = () => Promise.reject(new TypeError(TOKEN, { cause }));
    errors.push(
      await connect({ fetch })
        .send(SEND)
        .catch((error: unknown) => error),
    );
    expect(errors.every((error) => error instanceof Error)).toBe(true);
    const everything = inspect(errors, { depth: 10, showHidden: true }) + log.lines.join("\n");
    expect(everything).not.toContain(TOKEN.slice(0, 9));
  });
});

describe("polling once", () => {
  test("passes the marker on and gets the next one", async () => {
    max.answer(json({ updates: [{ update_type: "x" }], marker: 25493970 }));
    expect(await poll(connect(), "0")).toEqual({
      updates: [{ update_type: "x" }],
      marker: "25493970",
    });
    expect(max.requests[0]?.query).toEqual({ marker: "0", timeout: "1", limit: "100" });
  });

  test("keeps all digits of a 64-bit marker", async () => {
    max.answer((response) =>
      response.end('{"updates":[{"text":"\\"marker\\":1234567890123456789"}],"marker": 9223372036854775807}'),
    );
    const batch = await poll(connect());
    expect(batch.marker).toBe("9223372036854775807");
    expect(batch.updates).toEqual([{ text: '"marker":1234567890123456789' }]);
  });

  test.each([null, undefined, "x", 1.5, {}])("survives the marker %j", async (marker) => {
    max.answer(json({ updates: [], marker }));
    expect(await poll(connect())).toEqual({ updates: [], marker: undefined });
  });

  test.each([{}, { marker: 5 }, { updates: "no" }, { updates: null, marker: 5 }])(
    "takes %j for a failure that passes",
    async (body) => {
      max.answer(json(body));
      expect(await failureOf(poll(connect()))).toMatchObject({ reason: "unexpected-response" });
    },
  );

  test("ends promptly when it is aborted, with the reason of the signal", async () => {
    max.answer(hang);
    const abort = new AbortController();
    const request = { marker: undefined, timeoutSeconds: 30, limit: 1, signal: abort.signal };
    const polling = connect().updates(request);
    setTimeout(() => abort.abort(new Error("stopping")), 5);
    await expect(polling).rejects.toThrow("stopping");
  });
});

describe("the rest", () => {
  test("asks who the bot is", async () => {
    max.answer(json({ user_id: 277639678, first_name: "Бот", username: "id77_bot", is_bot: true }));
    expect(await connect().me()).toEqual({ userId: 277639678, username: "id77_bot" });
    max.answer(json({ hello: 1 }));
    expect((await failureOf(connect().me())).reason).toBe("unexpected-response");
  });

  test("sets the commands", async () => {
    max.answer(json({ commands: [] }));
    await connect().setCommands([{ name: "help", description: "Помощь" }]);
    expect(max.requests).toMatchObject([
      { method: "PATCH", path: "/api/me/commands", body: { commands: [{ name: "help" }] } },
    ]);
  });

  test("takes the address of the API with and without a slash at the end", async () => {
    for (const apiUrl of [max.url, `${max.url}/`]) await poll(connect({ apiUrl })).catch(() => undefined);
    expect(max.requests.map(({ path }) => path)).toEqual(["/api/updates", "/api/updates"]);
  });

  test.each(["", "platform", "ftp://max.ru", "http://user:pass@max.ru/"])("refuses the address %j", (apiUrl) => {
    expect(() => connect({ apiUrl })).toThrow(UsageError);
    expect(() => connect({ apiUrl })).not.toThrow("pass@");
  });

  test.each(["secret one", "secret\n", "секрет"])("refuses the token %j without showing it", (token) => {
    expect(() => connect({ token })).toThrow(UsageError);
    expect(() => connect({ token })).not.toThrow(token.trim());
  });

  test("refuses an empty token", () => {
    expect(() => connect({ token: "" })).toThrow("MAX_BOT_TOKEN is empty");
  });
});
