// The pictures of the console for README and the guide: the shipped content with a school's name, a week behind it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { loadContent } from "../src/live/content.ts";
import { startBot } from "../test/support/program/start-bot.ts";
import { ask, dress, newPage, shoot } from "./camera.ts";
import { namedContent } from "./guide-content.ts";
import { recordSampleWeek } from "./sample-week.ts";

const DESKTOP = { width: 1280, height: 860 };

/** The pages have to be built: `npm run build`. */
export async function takeConsolePictures(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "console-pictures-"));
  const file = join(folder, "faq.yaml");
  const previewDatabaseUrl = `file:${join(folder, "bot.db")}`;
  await writeFile(file, namedContent());
  const { matcher } = await loadContent(file);
  await recordSampleWeek(previewDatabaseUrl, (text) => matcher.decide(text));
  const bot = await startBot(file, {}, { previewDatabaseUrl });
  const page = await newPage(browser, DESKTOP);
  await openConsole(page, bot.preview.url, "overview");
  await shoot(page, "console-overview");
  await openConsole(page, bot.preview.url, "unanswered");
  await page.getByRole("button", { name: "Другой ответ…", disabled: false }).first().waitFor();
  await shoot(page, "console-unanswered");
  await openConsole(page, bot.preview.url, "content/entry:chats-not-transferred");
  await shoot(page, "console-editor");
  await openConsole(page, bot.preview.url, "try");
  await page.getByText("Несохранённых правок нет").waitFor();
  await ask(page, "не утекут ли мои данные");
  await shoot(page, "console-try");
  await page.close();
  await bot.stop();
  await rm(folder, { recursive: true });
}

/** Anew, as the stylesheet of the pictures does not survive another address. */
async function openConsole(page: Page, url: string, path: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${url}console/#/${path}`);
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await dress(page);
}
