import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseSample } from "../src/cli/evaluation.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import { SHIPPED, startBot, startBotByWebhook, type StartedBot } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// The whole program: the local MAX over HTTP ← the real SDK ← the bot, once with the shipped content.

const ROOT = resolve(import.meta.dirname, "..");
let bot: StartedBot;

function replies(user: LocalUser) {
  return user.messages.filter((message) => message.isFromBot);
}

async function answerTo(user: LocalUser, act: () => unknown): Promise<string> {
  const before = replies(user).length;
  act();
  await until(() => replies(user).length > before);
  return replies(user).at(-1)?.text ?? "";
}

describe.each([
  { transport: "polling", start: () => startBot(SHIPPED) },
  { transport: "webhook", start: startBotByWebhook },
])("by $transport", ({ start }) => {
  beforeAll(async () => {
    bot = await start();
  });
  afterAll(() => bot.stop());

  test("a parent asks, taps a related question, shares and opens the menu: nothing is overwritten", async () => {
    const user = bot.preview.max.user({ firstName: "Ольга" });
    expect(await answerTo(user, () => user.start())).toContain("Здравствуйте!");
    expect(await answerTo(user, () => user.say("у дочки телефон с кнопками, как быть"))).toContain("десктопную версию");
    const { mid = "", text, keyboard = [] } = replies(user).at(-1) ?? {};
    const related = keyboard[1]?.[0];
    expect(related?.type).toBe("message");
    const calls = () => bot.preview.max.calls.filter(({ method }) => method === "POST").length;
    const before = calls();
    await answerTo(user, () => user.tap(mid, related?.text ?? ""));
    expect(await answerTo(user, () => user.tap(mid, "Поделиться"))).toContain("Готовый текст");
    await answerTo(user, () => user.tap(mid, "К разделу"));
    const menu = await answerTo(user, () => user.tap(mid, "Все вопросы"));
    expect(menu).toContain("О чём вы хотите узнать?");
    expect(calls() - before).toBe(4);
    expect(replies(user)).toHaveLength(6);
    expect(replies(user)[1]?.text).toBe(text);
  });

  test("every message of the sample is answered, in one API call each", { timeout: 240_000 }, async () => {
    const sample = parseSample(readFileSync(join(ROOT, "bench/samples/dev.tsv"), "utf8"), "dev.tsv");
    const max = bot.preview.max;
    const users = Array.from({ length: 25 }, (_, n) => max.user({ firstName: `Родитель ${n}` }));
    const writes = () => max.calls.filter(({ method, path }) => method === "POST" && path === "/messages");
    const before = writes().length;
    for (const [index, { question }] of sample.entries()) users[index % users.length]?.say(question);
    const answered = () => users.reduce((sum, user) => sum + replies(user).length, 0);
    await until(() => answered() >= sample.length);
    expect(answered()).toBe(sample.length);
    expect(writes().length - before).toBe(sample.length);
    expect(writes().filter(({ status }) => status !== 200)).toEqual([]);
  });

  test("a voice message that comes without its message does not stop the bot", async () => {
    const user = bot.preview.max.user({ firstName: "Иван" });
    user.sendVoice();
    expect(await answerTo(user, () => user.say("почему именно макс"))).toContain("№ 156-ФЗ");
  });

  test("/poster sends a PDF to print and a picture", async () => {
    const user = bot.preview.max.user({ firstName: "Учитель" });
    user.say("/poster no-smartphone");
    await until(() => replies(user).length === 2);
    expect(replies(user).map(({ media }) => media[0]?.kind)).toEqual(["file", "image"]);
  });

  test("an answer carries its link, behind words", async () => {
    const user = bot.preview.max.user({ firstName: "Учитель" });
    await answerTo(user, () => user.say("какие чаты не переносятся"));
    const { markup = [], text = "" } = replies(user).at(-1) ?? {};
    const url = "https://max.ru/school_faq_bot?start=chats-not-transferred";
    const link = markup.find((mark) => mark.url === url);
    expect(text.slice(link?.from)).toBe("Ссылка на ответ");
  });
});
