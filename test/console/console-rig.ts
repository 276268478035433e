// The bot on its local MAX with a journal in it, and its console in a real browser.
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { DESKTOP, PHONE, startBrowser } from "../../src/preview/testing/browser.ts";
import { startBot, type StartedBot } from "../start-bot.ts";
import { seedJournal } from "./seed-journal.ts";

const SHIPPED = join(resolve(import.meta.dirname, "../.."), "faq.yaml");
/** Where to leave pictures of the pages; none are taken without it. */
const SHOTS = process.env["CONSOLE_SHOTS"];
/** In words: the tests are not compiled for a browser. */
const AXE_RUN = `axe.run(document, { resultTypes: ["violations"] })`;
/** Browsers and bots of several files at once on a busy machine. */
const PATIENCE_MS = 20_000;

export interface ConsoleRig {
  readonly bot: StartedBot;
  /** Where the console is, as in `http://127.0.0.1:1234/console/`. */
  readonly url: string;
  /** A copy of the shipped content, to be changed at will. */
  readonly faqFile: string;
  /** A page of the console in a context of its own: nothing is kept from the one before. `at` as in `#/overview`. */
  open(at: string, options?: OpenOptions): Promise<Page>;
  stop(): Promise<void>;
}

export interface OpenOptions {
  readonly isPhone?: boolean;
  readonly isDark?: boolean;
}

export interface RigOptions {
  /** In the journal, over the last `days`. */
  readonly questions?: number;
  readonly days?: number;
  readonly config?: Partial<Config>;
  /** In the place of the shipped one. */
  readonly content?: string;
}

export async function startConsole(options: RigOptions = {}): Promise<ConsoleRig> {
  const { questions = 0, days = 30, config = {}, content } = options;
  const folder = await mkdtemp(join(tmpdir(), "console-page-"));
  const faqFile = join(folder, "faq.yaml");
  await (content === undefined ? copyFile(SHIPPED, faqFile) : writeFile(faqFile, content));
  const databaseUrl = `file:${join(folder, "bot.db")}`;
  await seedJournal(databaseUrl, faqFile, { questions, days, now: Date.now() });
  const [browser, bot] = await Promise.all([
    startBrowser(),
    startBot(faqFile, config, { previewDatabaseUrl: databaseUrl }),
  ]);
  const url = new URL("console/", bot.preview.url).href;
  return {
    bot,
    url,
    faqFile,
    open: (at, opening) => open(browser, `${url}${at}`, opening),
    stop: async () => {
      await browser.close();
      await bot.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function open(
  browser: Browser,
  address: string,
  { isPhone = false, isDark = false }: OpenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: isPhone ? PHONE : DESKTOP,
    locale: "ru-RU",
    colorScheme: isDark ? "dark" : "light",
    // Colours are measured, and nothing waits for a movement to end.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Checks the page as it stands for people who see, hear or move otherwise; in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate<AxeResults>(AXE_RUN);
    const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    expect({ colorScheme, found }).toEqual({ colorScheme, found: [] });
  }
}

/** Nothing reaches beyond the right edge. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(beyond).toBe(0);
}

/** Pictures in light and dark, for whoever looks at them. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png`, fullPage: true });
  }
}
