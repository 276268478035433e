// Teaching and trying in a real browser: from a question in vain to the bot in the chat that answers it.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { OUTCOME_LABELS } from "../../src/journal/wording.ts";
import type { SaveResult } from "../../src/console/content/content-api.ts";
import type { UnansweredList } from "../../src/console/unanswered/unanswered-api.ts";
import type { ChatMessage } from "../../src/preview/people/chat-message.ts";
import type { LocalUser } from "../../src/preview/people/local-user.ts";
import { fromBot, lastIn, titles } from "../support/program/admin-scene.ts";
import {
  expectAccessible,
  expectNoSideScroll,
  hold,
  shoot,
  startConsole,
  type ConsoleRig,
} from "../support/console/console-rig.ts";

const QUESTION = "открытки с восьмого марта в переписке куда денутся";
/** Asked before any of the tests. */
const WAITING = "учитель музыки просил скинуть ноты куда их класть";
const ANSWER = "Какие чаты не переносятся?";

let rig: ConsoleRig;
let page: Page;

beforeAll(async () => {
  rig = await startConsole();
  await Promise.all([WAITING, "максимальная скорость гепарда"].map(askInChat));
  await dislike("какие чаты не переносятся");
});

afterEach(async () => {
  await page.context().close();
});

afterAll(() => rig.stop());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const card = (text: string) => page.getByRole("article", { name: text, exact: true });
const toast = () => page.locator("[data-toast]");
const dialog = (name: string) => page.getByRole("dialog", { name });
const isFocused = (text: string) => page.locator("article:focus", { hasText: text }).waitFor();

/** What the bot says to somebody new in the chat of the local MAX. */
async function askInChat(text: string): Promise<ChatMessage> {
  return lastIn(await ask(text));
}

async function ask(text: string): Promise<LocalUser> {
  const parent = rig.bot.preview.max.user({ firstName: "Родитель" });
  parent.say(text);
  await parent.until(() => fromBot(parent).length > 0);
  return parent;
}

async function dislike(text: string): Promise<void> {
  const parent = await ask(text);
  const before = titles(lastIn(parent));
  parent.tap(lastIn(parent).mid, "👎");
  await parent.until(() => titles(lastIn(parent)).join() !== before.join());
}

test("a question that comes in is seen without a reload, taught by a click, answered in the chat, and unlearned", async () => {
  page = await rig.open("#/unanswered");
  await page.getByRole("article").first().waitFor();
  const before = await readFile(rig.faqFile, "utf8");
  expect((await askInChat(QUESTION)).text).not.toContain(ANSWER);
  await card(QUESTION).waitFor();
  await expectAccessible(page);
  await shoot(page, "unanswered");
  await card(QUESTION)
    .getByRole("button", { name: `Научить: ${ANSWER}` })
    .click();
  await toast().getByText(`✓ Сейчас бот отвечает: «${ANSWER}»`).waitFor();
  await card(QUESTION).waitFor({ state: "detached" });
  // The work goes on with the next one.
  await page.locator("article:focus").waitFor();
  await shoot(page, "unanswered-taught");
  expect((await askInChat(QUESTION)).text).toContain(ANSWER);
  await toast().getByRole("button", { name: "Отменить" }).click();
  await isFocused(QUESTION);
  expect(await readFile(rig.faqFile, "utf8")).toBe(before);
  expect((await askInChat(QUESTION)).text).not.toContain(ANSWER);
});

test("what was done stays below the list, to be taken back", async () => {
  page = await rig.open("#/unanswered");
  await page.getByRole("article").first().waitFor();
  const texts = await page.getByRole("article").getByRole("heading").allInnerTexts();
  const [first = "", second = ""] = texts;
  await card(first).getByRole("button", { name: "Научить" }).first().press("Enter");
  await isFocused(second);
  expect(await card(first).count()).toBe(0);
  const done = page.getByRole("region", { name: "Сделано только что" });
  await done.getByRole("button", { name: `Отменить: ${first}` }).press("Enter");
  await isFocused(first);
  expect(await card(second).count()).toBe(1);
});

test("another answer is found while it is typed, and a topic answers what is not for us", async () => {
  page = await rig.open("#/unanswered");
  await card(WAITING).getByRole("button", { name: "Другой ответ…" }).click();
  const picker = dialog("О чём этот вопрос?");
  await picker.getByRole("searchbox", { name: "Найти запись" }).fill("задублир");
  const first = picker.getByRole("list", { name: "Записи" }).getByRole("button").first();
  await first.getByText("задублировались").waitFor();
  await expectAccessible(page);
  await shoot(page, "unanswered-picker");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const taught = toast().getByText("задублировались");
  await taught.waitFor();
  await toast().getByRole("button", { name: "Отменить" }).click();
  await isFocused(WAITING);
  // What the topic is taught looks like it.
  await taught.waitFor({ state: "detached" });
  await card(WAITING).getByRole("button", { name: "Не к нам" }).click();
  await shoot(page, "unanswered-aside");
  await dialog("Вопрос не к нам").getByRole("list").getByRole("button").first().click();
  await toast().getByText("Сейчас бот отвечает").waitFor();
  await toast().getByRole("button", { name: "Отменить" }).click();
  await isFocused(WAITING);
  expect(await card(WAITING).count()).toBe(1);
});

test("every question can be put right from its row: moved from its topic to an entry and back, or found to be not for us", async () => {
  const asked = "видео не грузится";
  await askInChat(asked);
  page = await rig.open("#/questions");
  const row = page.getByRole("listitem").filter({ hasText: asked }).first();
  await row.getByText(OUTCOME_LABELS.topic).waitFor();
  // By the keyboard: notices lie over the rows.
  const before = await readFile(rig.faqFile, "utf8");
  await row.getByRole("button", { name: `Научить: ${asked}` }).press("Enter");
  const picker = dialog("О чём этот вопрос?");
  await picker.getByRole("searchbox").fill("задублир");
  await picker.getByRole("list", { name: "Записи" }).getByRole("button").first().waitFor();
  await expectAccessible(page);
  await shoot(page, "questions-picker");
  await picker.getByRole("list", { name: "Записи" }).getByRole("button").first().click();
  await row.getByText("Стал формулировкой: «Что делать, если чаты задублировались?»").waitFor();
  const moved = await readFile(rig.faqFile, "utf8");
  expect(moved).toContain("phrases: [как отправить фото, не открывается файл]");
  const done = page.getByRole("region", { name: "Сделано только что" });
  await done.getByRole("button", { name: `Отменить: ${asked}` }).press("Enter");
  await row.getByText("Стал формулировкой").waitFor({ state: "detached" });
  expect(await readFile(rig.faqFile, "utf8")).toBe(before);
  await row.getByRole("button", { name: `Научить: ${asked}` }).press("Enter");
  await picker.getByRole("button", { name: "Не к нам" }).click();
  const topics = dialog("Вопрос не к нам");
  await topics.getByRole("list").getByRole("button").first().waitFor();
  // It is in no list that it could be taken off.
  expect(await topics.getByRole("button", { name: "Убрать из списка" }).count()).toBe(0);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const waiting = page.getByRole("listitem").filter({ hasText: WAITING }).first();
  await waiting.getByRole("button", { name: `Научить: ${WAITING}` }).press("Enter");
  await picker.getByRole("button", { name: "Новая запись" }).click();
  await page.getByText("в строке вопроса будет сказано, чем он стал").waitFor();
});

test("a question is not hidden before one was asked, though the topics are still on their way", async () => {
  page = await rig.open("#/overview");
  const release = await hold(page, "**/api/content");
  await page.getByRole("link", { name: "Без ответа" }).first().click();
  await card(WAITING).getByRole("button", { name: "Не к нам" }).click();
  const asked = dialog("Вопрос не к нам");
  await asked.getByRole("button", { name: "Убрать из списка" }).waitFor();
  expect(await asked.getByRole("list").getByRole("button").count()).toBe(0);
  release();
  await asked.getByRole("list").getByRole("button").first().waitFor();
  await asked.getByRole("button", { name: "Отмена" }).click();
  await card(WAITING).waitFor();
});

test("what could not be had once is asked for again by itself", async () => {
  page = await rig.open("#/overview");
  const once = { times: 1 };
  await page.route("**/api/content", (route) => route.fulfill({ status: 503 }), once);
  await page.route("**/api/unanswered?**", (route) => route.fulfill({ status: 503 }), once);
  await page.getByRole("link", { name: "Без ответа" }).first().click();
  await page.getByRole("alert").getByText("Попробовать снова").waitFor();
  await card(WAITING).getByRole("button", { name: "Другой ответ…" }).click();
  await dialog("О чём этот вопрос?").waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("a double click opens a dialog and chooses nothing in it", async () => {
  page = await rig.open("#/unanswered");
  const orders: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") orders.push(request.url());
  });
  for (const [name, title] of [
    ["Другой ответ…", "О чём этот вопрос?"],
    ["Не к нам", "Вопрос не к нам"],
  ] as const) {
    const opener = card(WAITING).getByRole("button", { name });
    await opener.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await opener.dblclick({ delay: 60 });
    await dialog(title).waitFor();
    await page.keyboard.press("Escape");
    await dialog(title).waitFor({ state: "detached" });
  }
  expect(orders).toEqual([]);
  await card(WAITING).waitFor();
});

test("what is hidden comes back by an undo", async () => {
  page = await rig.open("#/unanswered");
  await card(WAITING).getByRole("button", { name: "Не к нам" }).click();
  await dialog("Вопрос не к нам").getByRole("button", { name: "Убрать из списка" }).click();
  await toast().getByText("Убрано из списка").waitFor();
  expect(await card(WAITING).count()).toBe(0);
  await toast().getByRole("button", { name: "Отменить" }).click();
  await isFocused(WAITING);
});

test("where the file may not be written, its lines are shown until somebody says that he has pasted them", async () => {
  page = await rig.open("#/unanswered");
  const paste = { afterLine: 40, replacedLines: 0, lines: ["      - старый чат удалят?"] };
  const result: SaveResult = { kind: "read-only", message: "Впишите вручную:", paste };
  // Tests run as the superuser, who may write everything.
  await page.route("**/unanswered/teach", (route) => route.fulfill({ json: result }));
  await card(WAITING).getByRole("button", { name: "Научить" }).first().click();
  const shown = dialog("Впишите в файл сами");
  await shown.getByText("Вставьте после строки 40:").waitFor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await shown.getByRole("button", { name: "Скопировать строки" }).click();
  await shown.getByRole("status").getByText("Скопировано").waitFor();
  await shown.getByRole("button", { name: "Готово, я вписал" }).click();
  await card(WAITING).waitFor({ state: "detached" });
  await toast().getByText("Вопрос убран из списка").waitFor();
  expect(await shown.count()).toBe(0);
});

test("answers that did not help are a list of their own, and nothing to do is good news; on a phone, too", async () => {
  page = await rig.open("#/unanswered", { isPhone: true });
  await page.getByRole("link", { name: "Ответ не помог" }).click();
  await page.getByText("Бот ответил:").first().waitFor();
  await expectNoSideScroll(page);
  await expectAccessible(page);
  await shoot(page, "unanswered-phone");
  const edit = page.getByRole("link", { name: "Исправить ответ" }).first();
  expect(await edit.getAttribute("href")).toMatch(/^#\/content\/entry/u);
  const none: UnansweredList = { days: 30, groups: [], total: 0, others: 0 };
  await page.route("**/unanswered?**", (route) => route.fulfill({ json: none }));
  await page.getByRole("link", { name: "Не решено" }).click();
  await page.getByRole("heading", { name: "Всё разобрано" }).waitFor();
  await expectAccessible(page);
  await shoot(page, "unanswered-empty");
});

test("a new entry for a question is tried before it is saved", async () => {
  page = await rig.open("#/unanswered");
  const group = page.getByRole("article").first();
  const question = await group.getByRole("heading").innerText();
  await group.getByRole("button", { name: "Новая запись" }).click();
  await page.getByLabel("Ответ", { exact: true }).fill("Приходите **в кабинет 12**.");
  await button("Опробовать").click();
  await page.getByRole("textbox", { name: "Сообщение" }).fill(question);
  await page.keyboard.press("Enter");
  const log = page.getByRole("log");
  await log.locator("strong", { hasText: "в кабинет 12" }).waitFor();
  const why = page.getByRole("complementary", { name: "Почему такой ответ" });
  await why.getByText("Ответил сразу").waitFor();
  await expectAccessible(page);
  await shoot(page, "try");
  await page.getByText("Как сейчас", { exact: true }).first().click();
  await button(`Спросить то же ещё раз: «${question}»`).click();
  await why.getByText("Ответил сразу").waitFor({ state: "detached" });
  await log.getByRole("button", { name: "👎" }).last().click();
  await log.getByText("изменено").waitFor();
  await log.getByRole("button", { name: "Все вопросы" }).last().click();
  await log.getByText("О чём вы хотите узнать?").waitFor();
  expect(await readFile(rig.faqFile, "utf8")).not.toContain("в кабинет 12");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(page);
  await shoot(page, "try-phone");
});
