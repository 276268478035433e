// The pictures of docs/administrators.md: one school, its content in a folder of its own, a week of questions behind it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startApp } from "../src/app/app.ts";
import { loadContent } from "../src/live/content.ts";
import { startPreview } from "../src/preview/preview.ts";
import { silentLog } from "../test/support/logs.ts";
import { ask, HIGH, newPage, open, shootLast, tap } from "./camera.ts";
import { contentWithEntry, namedContent } from "./guide-content.ts";
import { recordSampleWeek } from "./sample-week.ts";

const TOKEN = "token-of-the-pictures";
/** What the local MAX gives to those who come first: the page's visitor and the class chat beside. */
const FIRST_USER_ID = 212_843_158;
const FIRST_GROUP_ID = -70_801_090_403_050;

const QUESTION = "кто в школе поможет установить макс";
/** A saved file is live in under a second. */
const LIVE_MS = 2_000;

interface Scene {
  readonly page: Page;
  readonly url: string;
  readonly file: string;
}

export async function takeAdminPictures(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pictures-"));
  const file = join(folder, "faq.yaml");
  const databaseUrl = `file:${join(folder, "bot.db")}`;
  await writeFile(file, contentWithEntry());
  const { matcher } = await loadContent(file);
  await recordSampleWeek(databaseUrl, (text) => matcher.decide(text));
  await writeFile(file, namedContent());
  const max = await startPreview({
    host: "127.0.0.1",
    port: 0,
    token: TOKEN,
    botName: "Школьный помощник",
    username: "school_faq_bot",
    groupTitle: "Сотрудники школы",
  });
  const app = await startApp(
    {
      target: { kind: "max", token: TOKEN, apiUrl: max.apiUrl },
      host: "127.0.0.1",
      port: 0,
      faqFile: file,
      databaseUrl,
      adminUserIds: [FIRST_USER_ID],
      transport: { kind: "polling", former: undefined },
      retentionDays: 90,
      supportChatId: FIRST_GROUP_ID,
      consoleToken: undefined,
      logLevel: "error",
    },
    silentLog,
  );
  const page = await newPage(browser, HIGH);
  await open(page, max.url);
  const scene = { page, url: max.url, file };
  await shootWhoami(scene);
  await shootNews(scene);
  await shootStats(scene);
  await shootTeaching(scene);
  await shootNewTopic(scene);
  await shootVote(scene);
  await page.close();
  await app.stop();
  await max.close();
  await rm(folder, { recursive: true });
}

async function shootWhoami({ page }: Scene): Promise<void> {
  await ask(page, "/whoami");
  await shootLast(page, "admin-whoami", 2);
}

/** The entry goes live, a slip keeps the file out of service, and it is mended. */
async function shootNews({ page, file }: Scene): Promise<void> {
  const log = page.getByRole("log");
  const good = contentWithEntry();
  await writeFile(file, good);
  await page.waitForTimeout(LIVE_MS);
  await ask(page, QUESTION);
  await shootLast(page, "admin-entry", 2);
  await writeFile(file, good.replace("category: install", "category: instal"));
  await log.getByText("не принято").waitFor();
  await page.waitForTimeout(LIVE_MS);
  await writeFile(file, good);
  await log.getByText("исправлено").waitFor();
  await shootLast(page, "admin-rejected", 2);
}

async function shootStats({ page }: Scene): Promise<void> {
  await ask(page, "/stats");
  await page.waitForTimeout(LIVE_MS);
  await shootLast(page, "admin-stats", 1);
}

async function shootTeaching({ page }: Scene): Promise<void> {
  await ask(page, "/unanswered");
  await shootLast(page, "admin-unanswered", 1);
  await tap(page, /^\d+\. не получается, кому показать/u);
  await shootLast(page, "admin-teach", 1);
  await tap(page, "Кто в школе поможет с MAX?");
  await shootLast(page, "admin-taught", 1);
}

async function shootNewTopic({ page }: Scene): Promise<void> {
  await ask(page, "/new");
  await ask(page, "Когда собрание о переходе в MAX?");
  await ask(
    page,
    "В четверг, 4 декабря, в 18:00 в актовом зале.\n\nПодключиться из дома можно по ссылке в чате класса.",
  );
  await tap(page, "Установка и способы связи");
  await shootLast(page, "admin-new-topic", 1);
  await tap(page, "Сохранить");
}

async function shootVote({ page }: Scene): Promise<void> {
  await ask(page, "не утекут ли мои данные");
  await tap(page, /Не помогло/u);
  await shootLast(page, "vote-reasons", 1);
}
