// Takes the pictures of README and guides anew, from the running program: node --import tsx scripts/screenshots.ts
import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { createPoster } from "../src/poster/poster.ts";
import { startBrowser } from "../test/support/browser.ts";
import { startBot } from "../test/support/program/start-bot.ts";
import { takeAdminPictures } from "./admin-pictures.ts";
import { takeConsolePictures } from "./console-pictures.ts";
import { ask, HIGH, IMAGES, newPage, open, shoot, shootLast, WIDE } from "./camera.ts";

const POSTER = { width: 420, height: 594 };

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
  await shootLast(page, "share", 1);
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
  [HIGH, shootShare],
  [WIDE, shootClass],
  [POSTER, shootPoster],
] as const) {
  const page = await newPage(browser, viewport);
  await take(page, url);
  await page.close();
}
await app.stop();
await takeAdminPictures(browser);
await takeConsolePictures(browser);
await browser.close();
