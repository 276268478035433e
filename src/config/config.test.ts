import { expect, test } from "vitest";
import { UsageError } from "../runtime/errors.ts";
import { readConfig } from "./config.ts";

test("with nothing set the bot runs on the local MAX with the defaults", () => {
  expect(readConfig({})).toEqual({
    target: { kind: "preview" },
    transport: { kind: "polling", former: undefined },
    host: "127.0.0.1",
    port: 8080,
    faqFile: "./faq.yaml",
    databaseUrl: "file:./data/bot.db",
    adminUserIds: [],
    retentionDays: 90,
    supportChatId: undefined,
    consoleToken: undefined,
    logLevel: "info",
  });
});

test("with a token it runs on MAX; empty values count as not set", () => {
  const config = readConfig({
    MAX_BOT_TOKEN: "abc",
    MAX_API_URL: "",
    PORT: " 9000 ",
    LOG_LEVEL: "WARN",
  });
  expect(config.target).toEqual({ kind: "max", token: "abc", apiUrl: undefined });
  expect(config).toMatchObject({ port: 9000, logLevel: "warn" });
});

test("all wrong settings are named at once", () => {
  const environment = {
    NODE_ENV: "production",
    PORT: "70000",
    LOG_LEVEL: "loud",
    TRANSPORT: "pigeon",
    ADMIN_USER_IDS: "12, ,x7,-3,1.5",
    RETENTION_DAYS: "0",
  };
  expect(() => readConfig(environment)).toThrow(UsageError);
  expect(() => readConfig(environment)).toThrow(
    /MAX_BOT_TOKEN[\s\S]*TRANSPORT "pigeon"[\s\S]*PORT "70000"[\s\S]*"x7", "-3", "1.5" cannot[\s\S]*RETENTION_DAYS "0"[\s\S]*LOG_LEVEL "loud"/u,
  );
});

test.each(["ftp://host", "not an address"])("MAX_API_URL %j is refused", (url) => {
  expect(() => readConfig({ MAX_BOT_TOKEN: "abc", MAX_API_URL: url })).toThrow(/MAX_API_URL/u);
});

test("administrators are named by numbers with commas, each once", () => {
  expect(readConfig({ ADMIN_USER_IDS: " 12,7 ,12, " }).adminUserIds).toEqual([12, 7]);
});

test.each(["0", "-1", "1.5", "x", "100000", "1e2"])("RETENTION_DAYS %j is refused", (days) => {
  expect(() => readConfig({ RETENTION_DAYS: days })).toThrow(/RETENTION_DAYS/u);
});

test.each([
  ["-70801090403050", -70_801_090_403_050],
  [" 472107880 ", 472_107_880],
  ["", undefined],
])("SUPPORT_CHAT_ID %j is the chat %j", (text, chatId) => {
  expect(readConfig({ SUPPORT_CHAT_ID: text }).supportChatId).toBe(chatId);
});

test.each(["0", "-0", "staff", "1.5", "-9223372036854775807", "1e3"])("SUPPORT_CHAT_ID %j is refused", (text) => {
  expect(() => readConfig({ SUPPORT_CHAT_ID: text })).toThrow(/SUPPORT_CHAT_ID.*negative/u);
});

test("the token of the console is taken as it is", () => {
  const token = "0123456789abcdef0123456789abcdef";
  expect(readConfig({ CONSOLE_TOKEN: ` ${token}\n` }).consoleToken).toBe(token);
});

test.each([
  { why: "a short one", token: "0123456789abcdef0123456789abcde" },
  { why: "words with spaces", token: "the name of my cat and the day of its birth" },
  {
    why: "letters that a keyboard may write in two ways",
    token: "очень-длинный-пароль-нашей-школы-45",
  },
])("$why is refused as the token of the console, without showing it", ({ token }) => {
  const reading = () => readConfig({ CONSOLE_TOKEN: token });
  expect(reading).toThrow(/CONSOLE_TOKEN.*at least 32.*openssl rand/u);
  expect(reading).not.toThrow(token);
});

const ENDPOINT = { url: "https://bot.school.ru/max/hook", secret: "0123456789abcdef" };
const ON_WEBHOOK = {
  MAX_BOT_TOKEN: "abc",
  TRANSPORT: "webhook",
  WEBHOOK_URL: ENDPOINT.url,
  WEBHOOK_SECRET: ENDPOINT.secret,
};

test("a webhook is an address and a secret; with polling they are where MAX may still deliver to", () => {
  expect(readConfig(ON_WEBHOOK).transport).toEqual({ kind: "webhook", endpoint: ENDPOINT });
  expect(readConfig({ ...ON_WEBHOOK, TRANSPORT: "" }).transport).toEqual({
    kind: "polling",
    former: ENDPOINT,
  });
});

test.each([
  { why: "no secret", change: { WEBHOOK_SECRET: "" }, names: "WEBHOOK_SECRET" },
  {
    why: "a secret that MAX would take and somebody guess",
    change: { WEBHOOK_SECRET: "0123456789abcde" },
    names: "WEBHOOK_SECRET",
  },
  { why: "a long secret", change: { WEBHOOK_SECRET: "a".repeat(257) }, names: "WEBHOOK_SECRET" },
  {
    why: "a space in the secret",
    change: { WEBHOOK_SECRET: "0123456789 abcdef" },
    names: "WEBHOOK_SECRET",
  },
  { why: "no address", change: { WEBHOOK_URL: "" }, names: "WEBHOOK_URL" },
  { why: "http", change: { WEBHOOK_URL: "http://bot.school.ru/" }, names: "WEBHOOK_URL" },
  { why: "a port", change: { WEBHOOK_URL: "https://bot.school.ru:8443/" }, names: "WEBHOOK_URL" },
  {
    why: "letters in the path that are sent as others",
    change: { WEBHOOK_URL: "https://bot.school.ru/вебхук" },
    names: "WEBHOOK_URL",
  },
  {
    why: "a path that stands for others",
    change: { WEBHOOK_URL: "https://bot.school.ru/:any/*" },
    names: "WEBHOOK_URL",
  },
  {
    why: "a password",
    change: { WEBHOOK_URL: "https://a:b@bot.school.ru/" },
    names: "WEBHOOK_URL",
  },
  { why: "no address at all", change: { WEBHOOK_URL: "bot.school.ru" }, names: "WEBHOOK_URL" },
])("a webhook with $why is refused by name, without the secret", ({ change, names }) => {
  const reading = () => readConfig({ ...ON_WEBHOOK, ...change });
  expect(reading).toThrow(`Reading ${names}`);
  expect(reading).not.toThrow(ENDPOINT.secret);
});

test("what is wrong with a secret is said with what makes a good one, for the polls that follow a webhook too", () => {
  for (const TRANSPORT of ["webhook", "polling"])
    expect(() => readConfig({ ...ON_WEBHOOK, TRANSPORT, WEBHOOK_SECRET: "abcde" })).toThrow(
      /WEBHOOK_SECRET.*at least 16.*openssl rand -hex 32.*node -p/u,
    );
});

test("a MAX on this machine may deliver over http and to any port: it is a test server", () => {
  const url = "http://127.0.0.1:8080/hook";
  const config = readConfig({
    ...ON_WEBHOOK,
    MAX_API_URL: "http://127.0.0.1:9000/api/",
    WEBHOOK_URL: url,
  });
  expect(config.transport).toMatchObject({ endpoint: { url } });
});

test("a webhook within the console is refused, outside of it and without a console it is none of its business", () => {
  const url = "https://bot.school.ru/console/api/session";
  const consoleToken = "0123456789abcdef0123456789abcdef";
  const within = { ...ON_WEBHOOK, WEBHOOK_URL: url };
  expect(() => readConfig({ ...within, CONSOLE_TOKEN: consoleToken })).toThrow(/WEBHOOK_URL.*console/u);
  expect(readConfig(within).transport).toMatchObject({ endpoint: { url } });
  expect(readConfig({ ...ON_WEBHOOK, CONSOLE_TOKEN: consoleToken })).toMatchObject({
    consoleToken,
  });
});
