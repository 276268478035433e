// The frame of the console and the state of the program in a real browser, as on a server that anybody can reach.
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import {
  expectAccessible,
  expectNoSideScroll,
  shoot,
  startConsole,
  type ConsoleRig,
} from "../support/console/console-rig.ts";
import { SMALL_CONTENT } from "../support/console/small-content.ts";

const TOKEN = "a-token-of-the-console-that-is-long-enough";
const PAGES = ["Обзор", "Вопросы", "Без ответа", "Содержание", "Проба", "Состояние"];

// In words: the tests are not compiled for a browser.
const HIDDEN = `Object.defineProperty(document, "hidden", { configurable: true, get: () => true })`;
const SEEN = `delete document.hidden; document.dispatchEvent(new Event("visibilitychange"))`;

let rig: ConsoleRig;
beforeAll(async () => {
  rig = await startConsole({
    content: SMALL_CONTENT,
    prepare: giveTwoUp,
    config: { consoleToken: TOKEN },
  });
});
afterAll(() => rig.stop());

async function giveTwoUp({ inbox }: Store): Promise<void> {
  const update = { payload: "{}", receivedAt: Date.now() };
  await inbox.receive([
    { ...update, key: "one", lane: "one" },
    { ...update, key: "two", lane: "two" },
  ]);
  const { updates } = await inbox.pending({ exceptLanes: [], limit: 2 });
  const ids = updates.map(({ id }) => id);
  await inbox.claim(ids);
  for (const id of ids) await inbox.giveUp(id, "MAX answered 403 to POST /messages");
  await inbox.release([]);
}

test("one comes in with the token alone, stays in, and goes out again", async () => {
  const page = await rig.open("#/state", { isSignedOut: true });
  await expectAccessible(page);
  await shoot(page, "sign-in");
  const token = page.getByLabel("Ключ доступа");
  const problem = page.getByRole("alert");
  await page.getByRole("button", { name: "Войти" }).click();
  await problem.getByText("Введите ключ доступа.").waitFor();
  await token.fill("not-the-token");
  await page.keyboard.press("Enter");
  await problem.getByText("Это не тот ключ.").waitFor();
  await token.fill(TOKEN);
  await page.keyboard.press("Enter");
  await page.getByText("Всё работает").waitFor();
  expect(await page.title()).toBe("Состояние — Пульт");
  await page.reload();
  await page.getByText("Всё работает").waitFor();
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Вопросы" }).click();
  await page.getByText("Сеанс закончился. Войдите ещё раз.").waitFor();
  await token.fill(TOKEN);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Вопросы" }).waitFor();
  const out = page.getByRole("button", { name: "Выйти" });
  await page.route("**/api/session", (route) => route.fulfill({ status: 503 }), { times: 1 });
  await out.click();
  await page.locator("[data-toast=bad]").waitFor();
  await out.click();
  await token.waitFor();
  expect(await page.title()).toBe("Войти — Пульт");
  await page.context().close();
});

test("the ways lead to every page, move the focus to its heading and name it in the title", async () => {
  const page = await rig.open("");
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  const links = page.getByRole("navigation").getByRole("link");
  expect(await links.allInnerTexts()).toEqual([...PAGES, "Чат"]);
  expect(await page.title()).toBe("Обзор — Пульт");
  for (const name of PAGES.toReversed()) {
    await links.filter({ hasText: name }).click();
    await page.locator("h1:focus", { hasText: name }).waitFor();
    expect(await page.title()).toBe(`${name} — Пульт`);
  }
  await page.getByRole("heading", { name: "Вопросов пока не было" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Вопросы" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Вопросы" }).waitFor();
  // Past the navigation with two keys.
  await page.keyboard.press("Tab");
  await page.locator("a:focus", { hasText: "К содержанию страницы" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator("main:focus").waitFor();
  expect(page.url()).toContain("#/questions");
  expect([...hosts]).toEqual([new URL(rig.url).host]);
  await page.context().close();
});

test("on a phone the rest of the ways is behind a button; Escape closes it and gives the focus back", async () => {
  const page = await rig.open("#/state", { isPhone: true });
  await page.getByText("Всё работает").waitFor();
  await expectNoSideScroll(page);
  const more = page.getByRole("button", { name: "Ещё" });
  await more.click();
  const dialog = page.getByRole("dialog", { name: "Разделы" });
  await dialog.getByRole("link", { name: "Проба" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.locator("button:focus", { hasText: "Ещё" }).waitFor();
  await page.getByRole("link", { name: "Обзор" }).click();
  await page.getByRole("heading", { level: 1, name: "Обзор" }).waitFor();
  await more.click();
  await page.goBack();
  await page.getByText("Всё работает").waitFor();
  expect(await dialog.count()).toBe(0);
  await more.click();
  await dialog.getByRole("link", { name: "Проба" }).click();
  await page.locator("h1:focus", { hasText: "Проба" }).waitFor();
  expect(await dialog.count()).toBe(0);
  await page.context().close();
});

test("what was given up is tried again or, once that is confirmed, dropped", async () => {
  const page = await rig.open("#/state");
  const rows = page.getByRole("table", { name: "Отложенные сообщения" }).getByRole("row");
  await rows.nth(2).waitFor();
  await expectAccessible(page);
  await shoot(page, "state");
  await rows.nth(1).getByRole("button", { name: "Повторить" }).click();
  await page.getByRole("status").getByText("Снова в очереди.").waitFor();
  await rows.nth(2).waitFor({ state: "detached" });
  const drop = rows.nth(1).getByRole("button", { name: "Убрать" });
  await drop.click();
  const dialog = page.getByRole("dialog", { name: "Убрать сообщение?" });
  await dialog.getByRole("button", { name: "Отмена" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await rows.count()).toBe(2);
  await drop.click();
  await dialog.getByRole("button", { name: "Убрать" }).click();
  await page.getByText("Отложенных сообщений нет").waitFor();
  await page.context().close();
});

test("a file that is refused is said at once with its problems, and so is its repair", async () => {
  const page = await rig.open("#/state");
  await page.getByText("Всё работает").waitFor();
  const whole = await readFile(rig.faqFile, "utf8");
  await writeFile(rig.faqFile, whole.replace("question:", "qestion:"));
  await page.getByText("Последняя правка файла не принята").waitFor();
  await page.getByText("Есть неполадка").waitFor();
  expect(await page.getByRole("note").innerText()).toContain("qestion");
  await expectAccessible(page);
  await writeFile(rig.faqFile, whole);
  await page.getByText("Всё работает").waitFor();
  await page.context().close();
});

test("a page that cannot hear the program says so, and catches up when it can", async () => {
  const page = await rig.open("#/content");
  await page.getByRole("searchbox").waitFor();
  const notice = page.getByText("Нет связи с программой.");
  await page.route("**/api/events", (route) => route.abort());
  await page.reload();
  await notice.waitFor();
  await expectAccessible(page);
  await shoot(page, "offline");
  const whole = await readFile(rig.faqFile, "utf8");
  await writeFile(rig.faqFile, whole.replace("question:", "qestion:"));
  await page.unroute("**/api/events");
  await page.getByText("qestion").first().waitFor();
  expect(await notice.isVisible()).toBe(false);
  await writeFile(rig.faqFile, whole);
  await page.getByText("qestion").first().waitFor({ state: "detached" });
  await page.context().close();
});

test.each([
  [
    "it was opened in the background",
    async (page: Page) => {
      await page.addInitScript(HIDDEN);
      await page.reload();
    },
    async (page: Page) => page.evaluate(SEEN),
  ],
  [
    "its stream is slow to begin",
    async (page: Page) => {
      await page.route("**/api/events", async (route) => {
        await setTimeout(3_000);
        await route.continue();
      });
      await page.reload();
    },
    async () => {},
  ],
])("a page shows what has come in before it could hear of it: %s", async (_how, begin, goOn) => {
  const page = await rig.open("#/content");
  await begin(page);
  await page.getByRole("searchbox").waitFor();
  const whole = await readFile(rig.faqFile, "utf8");
  const isRefused = new Promise((resolve) => {
    rig.bot.app.content.subscribe(resolve);
  });
  await writeFile(rig.faqFile, whole.replace("question:", "qestion:"));
  await isRefused;
  await goOn(page);
  await page.getByText("qestion").first().waitFor();
  await writeFile(rig.faqFile, whole);
  await page.getByText("qestion").first().waitFor({ state: "detached" });
  expect(await page.getByRole("searchbox").isVisible()).toBe(true);
  await page.context().close();
});

test("who guesses the token is told to wait", async () => {
  const page = await rig.open("", { isSignedOut: true });
  const problem = page.getByRole("alert");
  const isTooMany = async () => (await problem.innerText()).startsWith("Слишком много попыток");
  for (let tries = 0; tries < 15 && !(await isTooMany()); tries += 1) {
    const answered = page.waitForResponse(/api\/session/u);
    await page.getByLabel("Ключ доступа").fill("a guess");
    await page.keyboard.press("Enter");
    await answered;
    await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
  }
  expect(await problem.innerText()).toMatch(/^Слишком много попыток войти\. Попробуйте через \d+/u);
  await page.context().close();
});
