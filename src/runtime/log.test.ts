import { expect, test } from "vitest";
import { type Config, secretsOf } from "../config/config.ts";
import { inUpdate, createLog } from "./log.ts";
import { OutsideError } from "./errors.ts";

// What stands in the lines of the log, and what never does.

const SECRETS = ["s3cret-token"];

function logAt(level: Config["logLevel"]) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { log: createLog({ level, secrets: SECRETS, destination }), lines };
}

const MARK = "ромашка";

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

const ofPostgres = Object.assign(new Error(`invalid input "${MARK}"`), {
  name: "error",
  code: "22P02",
  detail: MARK,
  where: MARK,
  parameters: [MARK],
});

test.each([
  { why: "JSON.parse quotes the text", error: errorOf(() => JSON.parse(`{ ${MARK}`) as unknown) },
  { why: "PostgreSQL quotes values", error: ofPostgres },
  {
    why: "a cause is an error like any other",
    error: new OutsideError("Saving updates", { isRetryable: true, cause: ofPostgres }),
  },
  { why: "a URL quotes its input", error: errorOf(() => new URL(MARK)) },
  { why: "what is thrown may be no error", error: MARK },
  {
    why: "a class of its own may carry anything",
    error: Object.assign(new Error(MARK), { text: MARK }),
  },
])("no text of people stands in the line of an error: $why", ({ error }) => {
  const { log, lines } = logAt("info");
  log.error({ err: error }, "Failed");
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain(MARK);
});

test("what is ours or names code is told, with the place where it happened", () => {
  const { log, lines } = logAt("info");
  log.error({ err: new TypeError("x is not a function") }, "Failed");
  log.error({ err: new OutsideError("Saving: disk full", { isRetryable: true }) }, "Failed");
  expect(lines[0]).toContain("x is not a function");
  expect(lines[0]).toMatch(/at .*log\.test\.ts/u);
  expect(lines[1]).toContain("Saving: disk full");
});

test("for whoever looks for a bug at the level debug, all messages are told", () => {
  const { log, lines } = logAt("debug");
  log.error({ err: ofPostgres }, "Failed");
  expect(lines[0]).toContain(MARK);
});

test("a secret is taken out of every line, wherever it stands", () => {
  const { log, lines } = logAt("debug");
  log.info({ a: { b: [`Bearer ${SECRETS[0]}`] } }, `with ${SECRETS[0]}`);
  expect(lines[0]).toContain("with [secret]");
  expect(lines[0]).not.toContain(SECRETS[0]);
});

test("lines that are written while an update is handled carry its id, also those far within", async () => {
  const { log, lines } = logAt("info");
  log.info({}, "before");
  await inUpdate("m:abcdefghijklmnop", async () => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    log.info({}, "within");
  });
  log.info({}, "after");
  const ids = lines.map((line) => /"update":"([^"]+)"/u.exec(line)?.[1]);
  expect(ids).toEqual([undefined, "abcdefghij", undefined]);
});

test("the secrets are the tokens, that of the webhook, and the password of the database in both forms", () => {
  const config: Config = {
    target: { kind: "max", token: "the-token", apiUrl: undefined },
    transport: { kind: "webhook", endpoint: { url: "https://x.example/", secret: "the-secret" } },
    host: "127.0.0.1",
    port: 1,
    faqFile: "faq.yaml",
    databaseUrl: "postgres://bot:p%40ss@db/bot",
    adminUserIds: [],
    retentionDays: 90,
    supportChatId: undefined,
    consoleToken: "the-key-of-the-console",
    logLevel: "info",
  };
  expect(secretsOf(config)).toEqual(["the-token", "the-secret", "the-key-of-the-console", "p%40ss", "p@ss"]);
});
