import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { askAs } from "./support/ask-as.ts";
import { startBot, type StartedBot } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// Whom the chat page of the local MAX takes for an administrator: whoever is at this computer, and of a network nobody.

let bot: StartedBot;
afterEach(() => bot.stop());

const CONSOLE_TOKEN = "0123456789abcdef0123456789abcdef";
const FIRST_VISITOR = 212_843_158;
/** After the first one and the five people of the class. */
const SECOND_VISITOR = 6;
const begun = z.object({ person: z.string() });

async function post(path: string, body: object, host = new URL(bot.preview.url).host) {
  const headers = { host, "content-type": "application/json" };
  return askAs(new URL(path, bot.preview.url).href, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
}

async function visit(): Promise<string> {
  return begun.parse(JSON.parse((await post("preview/people", {})).text)).person;
}

/** What the bot answers the visitor; their chats are numbered like themselves. */
async function answered(person: string, nth: number, text: string): Promise<string> {
  const user = bot.preview.max.person(FIRST_VISITOR + nth);
  const before = user?.messages.length ?? 0;
  const action = { kind: "say", text };
  const { status } = await post("preview/actions", { person, chatId: user?.chatId, action });
  expect(status).toBe(200);
  await until(() => user?.messages.slice(before).some((one) => one.isFromBot) === true);
  return user?.messages.at(-1)?.text ?? "";
}

const ADMINISTERS = /Ошибок|ошибок|Проверка/u;

describe("on this computer", () => {
  beforeEach(async () => (bot = await startBot()));

  test("whoever opens the page administers, and no other name leads there", async () => {
    expect(await answered(await visit(), 0, "/whoami")).toContain("/check");
    expect((await post("preview/people", {}, "evil.example:8080")).status).toBe(403);
  });
});

describe("on a network", () => {
  const start = async (changes: Parameters<typeof startBot>[1] = {}) =>
    (bot = await startBot(undefined, { host: "0.0.0.0", ...changes }));

  test("nobody administers, and there is no console", async () => {
    await start();
    const person = await visit();
    expect(await answered(person, 0, "/whoami")).not.toContain("/check");
    expect(await answered(person, 0, "/reload")).not.toMatch(ADMINISTERS);
    expect((await fetch(new URL("console/", bot.preview.url))).status).toBe(404);
    expect((await post("preview/people", {}, "evil.example:8080")).status).toBe(403);
  });

  test("a key opens the console, and makes nobody an administrator of the chat", async () => {
    await start({ consoleToken: CONSOLE_TOKEN });
    expect(await answered(await visit(), 0, "/whoami")).not.toContain("/check");
    const session = await fetch(new URL("console/api/session", bot.preview.url));
    expect(await session.json()).toEqual({ kind: "signed-out" });
  });

  test("who is named administers, and nobody else can speak in their name", async () => {
    await start({ adminUserIds: [FIRST_VISITOR] });
    const [named, other] = [await visit(), await visit()];
    expect(await answered(named, 0, "/whoami")).toContain("/check");
    expect(await answered(other, SECOND_VISITOR, "/whoami")).not.toContain("/check");
    const chatId = bot.preview.max.person(FIRST_VISITOR)?.chatId;
    const action = { kind: "say", text: "/reload" };
    for (const person of [FIRST_VISITOR, `${FIRST_VISITOR}`, other, ""])
      expect((await post("preview/actions", { person, chatId, action })).status).not.toBe(200);
    const stream = await fetch(new URL(`preview/events?person=${FIRST_VISITOR}`, bot.preview.url));
    expect(stream.status).toBe(404);
  });
});
