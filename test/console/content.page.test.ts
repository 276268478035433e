// The page of the content in a real browser, found, edited, checked, saved, taken back.
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  expectAccessible,
  expectNoSideScroll,
  hold,
  shoot,
  startConsole,
  type ConsoleRig,
} from "../support/console/console-rig.ts";
import { SMALL_CONTENT } from "../support/console/small-content.ts";

let rig: ConsoleRig;
let page: Page;

beforeAll(async () => {
  rig = await startConsole({ content: SMALL_CONTENT });
});

afterEach(async () => {
  await page.context().close();
});

afterAll(() => rig.stop());

const field = (label: string) => page.getByLabel(label, { exact: true });
const button = (name: string) => page.getByRole("button", { name, exact: true });
const draftStatus = () => page.getByRole("group", { name: "Черновик" }).getByRole("status");
const preview = () => page.getByRole("complementary", { name: "Так это увидят в MAX" });

/** The answer of the open item, with more behind it. */
async function writeMore(text: string): Promise<void> {
  await field("Ответ").fill(`${await field("Ответ").inputValue()}\n\n${text}`);
}

async function addPhrases(...phrases: readonly string[]): Promise<void> {
  const known = await field("Как об этом спрашивают").inputValue();
  await field("Как об этом спрашивают").fill([known, ...phrases].join("\n"));
}

test("what is looked for is found while it is typed, and opened by the keyboard alone", async () => {
  page = await rig.open("#/content");
  await page.getByRole("heading", { name: "Перенос чатов" }).waitFor();
  await expectAccessible(page);
  await shoot(page, "content-list");
  await page.getByRole("searchbox").fill("le,kb xfn");
  const first = page.getByRole("list", { name: "Найденное" }).getByRole("listitem").first();
  await first.getByText("задублировались").waitFor();
  await page.getByRole("searchbox").fill("");
  await first.waitFor({ state: "detached" });
  await page.getByRole("searchbox").fill("дубли чат");
  await first.getByText("задублировались").waitFor();
  await shoot(page, "content-search");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Что делать, если чаты" }).waitFor();
  await page.locator("h1:focus").waitFor();
  await page.getByRole("link", { name: "К содержанию", exact: true }).click();
  expect(await page.getByRole("searchbox").inputValue()).toBe("дубли чат");
  expect(await page.locator(":focus").getAttribute("data-key")).toBe("entry:duplicate-chats");
});

test("an edit is seen as MAX shows it, survives a reload, is saved after a look at its lines, and taken back", async () => {
  page = await rig.open("#/content/entry:must-install");
  await writeMore("Спросите **секретаря**.");
  await preview().locator("strong", { hasText: "секретаря" }).waitFor();
  await addPhrases("- ставить ли мне это приложение вообще", "можно ли тут без него");
  await draftStatus().getByText("Можно сохранить").waitFor();
  await expectAccessible(page);
  await shoot(page, "content-editor");
  await addPhrases("нужна ли там симка");
  await page.reload();
  await preview().locator("strong", { hasText: "секретаря" }).waitFor();
  await page.getByRole("link", { name: "К содержанию", exact: true }).click();
  await page.getByRole("region", { name: "Правки, которых в боте ещё нет" }).getByRole("link").first().click();
  await button("Показать изменения").click();
  const dialog = page.getByRole("dialog", { name: "Что изменится" });
  await dialog.getByText("Спросите **секретаря**.").waitFor();
  await expectAccessible(page);
  await shoot(page, "content-changes");
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await page.getByText("Сохранено: бот уже отвечает по-новому.").waitFor();
  await draftStatus().getByText("Изменений нет").waitFor();
  const saved = await readFile(rig.faqFile, "utf8");
  expect(saved).toContain("      Спросите **секретаря**.\n");
  expect(saved).toContain("      - можно ли тут без него\n      - нужна ли там симка\n");
  const undo = page.getByRole("status").getByRole("button", { name: "Отменить" });
  await page.route("**/content/undo", (route) => route.fulfill({ status: 503 }), { times: 1 });
  await undo.click();
  await page.locator("[data-toast=bad]").waitFor();
  await undo.click();
  await page.getByText("Отменено").waitFor();
  expect(await readFile(rig.faqFile, "utf8")).toBe(SMALL_CONTENT);
  await preview().locator("strong", { hasText: "секретаря" }).waitFor({ state: "detached" });
});

test("a mark is taken back like what was typed", async () => {
  page = await rig.open("#/content/entry:duplicate-chats");
  const answer = field("Ответ");
  const before = await answer.inputValue();
  await answer.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("!");
  await page.keyboard.press("Control+A");
  await page.getByRole("button", { name: "Жирный" }).click();
  expect(await answer.inputValue()).toBe(`**${before}!**`);
  await page.keyboard.press("Control+Z");
  expect(await answer.inputValue()).toBe(`${before}!`);
  await page.keyboard.press("Control+Z");
  expect(await answer.inputValue()).toBe(before);
  await draftStatus().getByText("Изменений нет").waitFor();
});

test("a space at the end is no change, and an address that leads to nothing says so", async () => {
  page = await rig.open("#/content/entry:duplicate-chats");
  await field("Ответ").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" ");
  await draftStatus().getByText("Изменений нет").waitFor();
  expect(await button("Показать изменения").isDisabled()).toBe(true);
  await page.getByRole("link", { name: "Обзор" }).click();
  await page.getByRole("heading", { level: 1, name: "Обзор" }).waitFor();
  await page.goto(`${rig.url}#/content/entry:nothing`);
  await page.getByRole("heading", { level: 1, name: "Такой записи нет" }).waitFor();
  await expectAccessible(page);
});

test("what does not fit is said where it is, and nothing is saved", async () => {
  page = await rig.open("#/content/entry:why-max", { isPhone: true });
  await field("Вопрос").fill(" ");
  expect(await described(field("Вопрос"))).toContain("Напишите вопрос");
  await button("Показать изменения").click();
  await page.locator("textarea:focus[aria-invalid]").waitFor();
  await field("Вопрос").fill("Почему именно MAX?");
  await writeMore("[справка](htps://max.ru)");
  await draftStatus().getByText("Так сохранить нельзя").waitFor();
  await button("Показать изменения").click();
  await page.locator("section:focus", { hasText: "htps://max.ru" }).waitFor();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await shoot(page, "content-unfit-phone");
  await page.getByRole("navigation").getByRole("link", { name: "Обзор" }).click();
  await page.getByRole("dialog", { name: "Уйти без сохранения?" }).waitFor();
  await button("Остаться").click();
  await button("Отменить правки").click();
  await page.getByRole("dialog").getByRole("button", { name: "Отменить правки" }).click();
  await draftStatus().getByText("Изменений нет").waitFor();
  expect(await readFile(rig.faqFile, "utf8")).toBe(SMALL_CONTENT);
});

/** What a screen reader says of a field besides its label. */
async function described(input: ReturnType<typeof field>): Promise<string> {
  const ids = ((await input.getAttribute("aria-describedby")) ?? "").split(" ");
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
  return texts.join(" ");
}

test("what could not be checked is checked when the program is there again", async () => {
  page = await rig.open("#/content");
  await page.getByRole("searchbox").waitFor();
  const cut = /\/api\/(?:events|content\/draft)$/u;
  await page.route(cut, (route) => route.abort());
  await page.reload();
  await page.getByRole("link", { name: "Обязательно ли устанавливать MAX?" }).click();
  await writeMore("Спросите секретаря.");
  await draftStatus().getByText("Нет связи").waitFor();
  await page.unroute(cut);
  await draftStatus().getByText("Можно сохранить").waitFor();
  expect(await page.getByText("Нет связи").first().isVisible()).toBe(false);
  await button("Отменить правки").click();
  await page.getByRole("dialog").getByRole("button", { name: "Отменить правки" }).click();
});

test("a conflict shows what the file says now, and mine go on top of theirs", async () => {
  page = await rig.open("#/content/entry:why-max");
  await field("Ответ").fill("Моё начало.");
  await draftStatus().getByText("Можно сохранить").waitFor();
  const theirs = SMALL_CONTENT.replace("Так решила", "Чужое начало. Так решила");
  await writeFile(rig.faqFile, theirs.replace("Почему именно MAX?", "Зачем MAX?"));
  const conflict = page.getByRole("alert").filter({ hasText: "Запись изменили, пока вы правили" });
  await conflict.getByText("Чужое начало.").waitFor();
  await expectAccessible(page);
  await shoot(page, "content-conflict");
  await button("Мои правки поверх").click();
  await draftStatus().getByText("Можно сохранить").waitFor();
  expect(await field("Вопрос").inputValue()).toBe("Зачем MAX?");
  await button("Показать изменения").click();
  await button("Сохранить").click();
  await draftStatus().getByText("Изменений нет").waitFor();
  const saved = await readFile(rig.faqFile, "utf8");
  expect(saved).toContain("question: Зачем MAX?");
  expect(saved).toContain("    answer: |\n      Моё начало.\n    checked");
  expect(saved).not.toContain("Чужое начало.");
});

test("a new entry asks for what is missing, opens once it is saved, and stands in the history", async () => {
  page = await rig.open("#/content/new-entry");
  await field("Вопрос").fill("Где столовая?");
  await button("Показать изменения").click();
  await page.getByText("Напишите ответ.").waitFor();
  await field("Ответ").fill("На первом этаже.");
  await field("Как об этом спрашивают").fill("как пройти в столовую");
  await button("Показать изменения").click();
  const release = await hold(page, "**/api/content");
  await button("Сохранить").click();
  await draftStatus().getByText("Сохранено, обновляется…").waitFor();
  // What would be typed now would go nowhere.
  expect(await page.locator("form[inert]").count()).toBe(1);
  release();
  await page.getByRole("heading", { level: 1, name: "Где столовая?" }).waitFor();
  expect(await page.locator("form[inert]").count()).toBe(0);
  await field("Коротко, для кнопки").waitFor();
  await page.goto(`${rig.url}#/content/history`);
  const title = page.getByRole("heading", { name: "Новый вопрос «Где столовая?»", exact: true });
  const past = page.getByRole("listitem").filter({ hasText: "На первом этаже." });
  await past.filter({ has: title }).locator('[data-kind="added"]').first().waitFor();
  await expectAccessible(page);
  await shoot(page, "content-history");
  await button("Отменить: Новый вопрос «Где столовая?»").click();
  await past.getByText("отменена", { exact: true }).waitFor();
  expect(await readFile(rig.faqFile, "utf8")).not.toContain("столовая");
});
