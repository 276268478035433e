import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PHONE, startBrowser } from "../../test/support/browser.ts";
import { shoot, startChat, type ChatRig, type OpenOptions } from "../../test/support/preview/chat-rig.ts";

/** As many as there are where the console is. */
const LINKS = ["Обзор", "Вопросы", "Без ответа", "Содержание", "Проба", "Состояние"].map((title, nth) => ({
  title,
  href: `/elsewhere/${nth}`,
}));

let browser: Browser;
let chat: ChatRig;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => browser.close());

beforeEach(async () => {
  chat = await startChat(browser, { extend: { add: () => undefined, links: LINKS } });
});

afterEach(async () => {
  await page.context().close();
  await chat.stop();
});

async function open(options?: OpenOptions): Promise<void> {
  page = await chat.open(options);
}

async function say(text: string): Promise<void> {
  await page.getByLabel("Сообщение", { exact: true }).fill(text);
  await page.keyboard.press("Enter");
}

const log = () => page.getByRole("log");
const button = (name: string) => page.getByRole("button", { name, exact: true });

async function start(): Promise<void> {
  await button("Начать").click();
  await log().getByText("Здравствуйте!").waitFor();
}

describe("the chat page", () => {
  it("greets after the button of the first contact", async () => {
    await open();
    await button("Начать").waitFor();
    await shoot(page, "desktop-welcome");
    await start();
    expect(await log().locator("strong", { hasText: "MAX" }).count()).toBe(1);
    expect(await button("Начать").isHidden()).toBe(true);
  });

  it("shows the answer to a question and why it is this one", async () => {
    await open();
    await start();
    await say("vfrc перенос чатов");
    await log().getByText("Вы написали: vfrc перенос чатов").waitFor();
    const why = page.getByRole("complementary", { name: "Почему такой ответ" });
    await why.getByText("Ответил сразу").waitFor();
    expect(await why.getByText("91 %").first().isVisible()).toBe(true);
    expect(await why.getByText("раскладка").isVisible()).toBe(true);
    await shoot(page, "desktop-light");
  });

  it("replaces the message in place when its button is tapped", async () => {
    await open({ isDark: true });
    await start();
    await button("Какие чаты не переносятся?").click();
    await log().getByText("Не переносятся:").waitFor();
    expect(await log().getByText("Здравствуйте!").count()).toBe(0);
    expect(await log().getByText("изменено").count()).toBe(1);
    expect(await log().getByRole("link", { name: "справке MAX" }).getAttribute("href")).toBe("https://help.max.ru");
    await shoot(page, "desktop-dark");
    await button("Все вопросы").click();
    await log().getByText("Выберите вопрос.").waitFor();
  });

  it("says the text of a button as the visitor's own message, and leaves the bot's as it was", async () => {
    await open();
    await start();
    await button("Когда переход?").click();
    await log().getByText("Вы написали: Когда переход?").waitFor();
    const own = log().locator("[data-from=me]");
    expect(await own.getByText("Когда переход?").count()).toBe(1);
    expect(await log().getByText("Здравствуйте!").count()).toBe(1);
  });

  it("never reads the text of a message as HTML", async () => {
    await open();
    await start();
    await say("<img src=x onerror=alert(1)> <b>жирный</b>");
    await log().getByText("Вы написали: <img src=x onerror=alert(1)>").waitFor();
    expect(await log().locator("img").count()).toBe(0);
  });

  it("edits the last own message after ArrowUp", async () => {
    await open();
    await start();
    await say("перенос чтов");
    await log().getByText("Вы написали: перенос чтов").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.getByText("Изменение сообщения").waitFor();
    await say("перенос чатов");
    await log().getByText("Вы исправили: перенос чатов").waitFor();
    expect(await log().getByText("перенос чтов", { exact: true }).count()).toBe(0);
  });

  it("keeps a line break made with Shift+Enter", async () => {
    await open();
    await start();
    await page.getByLabel("Сообщение", { exact: true }).fill("первая");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("вторая");
    await page.keyboard.press("Enter");
    await log().getByText("Вы написали: первая").waitFor();
    expect(await log().locator("[data-side=me] > div").innerText()).toBe("первая\nвторая");
  });

  it("offers the commands of the bot after a slash", async () => {
    await open();
    await start();
    await page.getByLabel("Сообщение", { exact: true }).pressSequentially("/");
    await page.getByRole("option", { name: "/help Что умеет бот" }).waitFor();
    await shoot(page, "desktop-commands");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await log().getByText("Вы написали: /help").waitFor();
    expect(await page.getByRole("option").count()).toBe(0);
  });

  it("sends a sticker, a photo and forwarded text, and a voice message that arrives broken", async () => {
    await open({ isDark: true });
    await start();
    const attach = async (name: string): Promise<void> => {
      await button("Прикрепить").click();
      await page.getByRole("menuitem", { name }).click();
    };
    await attach("Стикер");
    await attach("Фотография");
    await attach("Переслать текст…");
    await page.getByLabel("Текст сообщения").fill("А дневник переедет?");
    await button("Переслать").click();
    await log().getByText("Переслано от: Анна Петрова").waitFor();
    await button("Отправить голосовое сообщение").click();
    await log().getByLabel("Голосовое сообщение").waitFor();
    await log().getByText("Вы написали: что-то без текста").first().waitFor();
    expect(await log().locator("[data-side=me]").count()).toBe(4);
    await shoot(page, "desktop-media");
  });

  it("follows a deep link once", async () => {
    await open({ query: "?start=q_no-smartphone" });
    await log().getByText("Вы пришли: q_no-smartphone.").waitFor();
    expect(page.url()).toBe(chat.preview.url);
    await page.reload();
    await log().getByText("Вы пришли: q_no-smartphone.").waitFor();
    expect(await log().getByText("Вы пришли").count()).toBe(1);
  });

  it("begins again as a new person with an empty chat", async () => {
    await open();
    await start();
    await button("Начать заново").click();
    await button("Начать").waitFor();
    expect(await log().getByRole("listitem").count()).toBe(0);
    await start();
  });

  it("says so when the bot does not answer", async () => {
    await open();
    await start();
    await page.clock.install();
    await say("молчи");
    await log().getByText("молчи", { exact: true }).waitFor();
    await page.clock.fastForward(10_500);
    expect(await page.getByText("Бот не ответил.").isVisible()).toBe(true);
    await shoot(page, "desktop-silent");
  });

  it("connects again with a new chat when the program was restarted", async () => {
    await open();
    await start();
    const port = Number(new URL(chat.preview.url).port);
    await chat.stop();
    await page.getByText("Нет связи с программой").waitFor();
    chat = await startChat(browser, { port, botName: "Другой", username: "b" });
    await page.getByRole("heading", { name: "Другой" }).first().waitFor({ timeout: 10_000 });
    await button("Начать").waitFor();
    expect(await log().getByRole("listitem").count()).toBe(0);
  });

  it.each([
    { name: "phone-light", isDark: false },
    { name: "phone-dark", isDark: true },
  ])("fits a phone without scrolling the page ($name)", async ({ name, isDark }) => {
    await open({ viewport: PHONE, isDark });
    await shoot(page, `${name}-welcome`);
    await start();
    await button("Какие чаты не переносятся?").click();
    await log().getByText("Не переносятся:").waitFor();
    await say(`длинное${"слово".repeat(40)}`);
    await log().getByText("Вы написали:").waitFor();
    const size = await page.evaluate(
      "({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight })",
    );
    expect(size).toEqual(PHONE);
    await shoot(page, name);
    await button("Почему такой ответ").click();
    await page.getByText("Ответил сразу").waitFor();
    // Nothing has pushed the top of the page away.
    const bar = page.getByRole("navigation", { name: "Пульт" });
    expect(await bar.boundingBox()).toMatchObject({ x: 0, y: 0, width: PHONE.width });
    await shoot(page, `${name}-why`);
    await page.keyboard.press("Escape");
    await page.getByText("Ответил сразу").waitFor({ state: "hidden" });
  });

  it("asks no other host for anything and runs without errors", async () => {
    await open();
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(chat.preview.url)) problems.push(request.url());
    });
    await page.reload();
    await start();
    await say("вопрос");
    await log().getByText("Вы написали: вопрос").waitFor();
    expect(problems).toEqual([]);
  });
});
