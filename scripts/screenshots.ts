// Takes the pictures of README and guides anew, from the running program: node --import tsx scripts/screenshots.ts
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { createPoster } from "../src/poster/poster.ts";
import { startBrowser } from "../src/preview/testing/browser.ts";
import { startBot } from "../test/start-bot.ts";

const IMAGES = fileURLToPath(new URL("../docs/images/", import.meta.url));
/** A phone-like height keeps the pictures small. */
const WIDE = { width: 1280, height: 760 };
const POSTER = { width: 420, height: 594 };
const NARROW = { width: 420, height: 760 };

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "Начать", exact: true }).click();
  await page.getByRole("log").getByText("Здравствуйте!").waitFor();
}

async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel("Сообщение", { exact: true }).fill(text);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(3_000);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: `${IMAGES}${name}.png` });
}

async function shootPreview(page: Page, url: string): Promise<void> {
  await open(page, url);
  await ask(page, "у дочки телефон с кнопками, как быть");
  await ask(page, "[jxe cdzpm ,tp vfrcf");
  await shoot(page, "preview");
}

async function shootShare(page: Page, url: string): Promise<void> {
  await open(page, url);
  await ask(page, "какие чаты не переносятся?");
  await page.getByRole("button", { name: "Поделиться с классом" }).last().click();
  await page.getByRole("log").getByText("Готовый текст для чата").waitFor();
  await shoot(page, "share");
}

async function shootClass(page: Page, url: string): Promise<void> {
  await open(page, url);
  await page.getByRole("button", { name: "5 «Б» — родители" }).click();
  await page.getByRole("button", { name: "Бот в этом чате", exact: true }).click();
  await page.getByRole("button", { name: "Добавить бота в чат", exact: true }).click();
  await page.waitForTimeout(2_000);
  await page.getByRole("button", { name: "Закрыть", exact: true }).click();
  await shoot(page, "class-welcome");
  await page.getByRole("button", { name: "Бот в этом чате", exact: true }).click();
  await page.getByRole("switch", { name: "Администратор" }).check();
  await page.getByRole("switch", { name: "Читать все сообщения" }).check();
  await page.getByRole("button", { name: "Закрыть", exact: true }).click();
  await page.getByLabel("Говорить как").selectOption({ index: 1 });
  await ask(page, "кто завтра ведёт детей в бассейн?");
  await ask(page, "/faq какие чаты не переедут?");
  await page.getByLabel("Говорить как").selectOption({ index: 2 });
  await ask(page, "/faq какие чаты не перенесутся");
  await shoot(page, "class-answer");
}

/** The poster at the size of a thumbnail. */
async function shootPoster(page: Page): Promise<void> {
  const { png } = await createPoster({
    organization: "Школа № 1",
    url: "https://max.ru/school_faq_bot",
    questions: ["Какие чаты не переносятся?", "Обязательно ли ставить MAX?", "Почему именно MAX?"],
  });
  const source = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  await page.setContent(`<body style="margin:0;background:#ccc"><img src="${source}" width="420">`);
  await shoot(page, "poster");
}

await mkdir(IMAGES, { recursive: true });
const { app, preview } = await startBot();
const browser = await startBrowser();
const { url } = preview;
for (const [viewport, take] of [
  [WIDE, shootPreview],
  [NARROW, shootShare],
  [WIDE, shootClass],
  [POSTER, shootPoster],
] as const) {
  const page = await browser.newPage({ viewport });
  await take(page, url);
  await page.close();
}
await browser.close();
await app.stop();
