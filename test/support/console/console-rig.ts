// The bot on its local MAX with a journal in it, and its console in a real browser.
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import { DESKTOP, PHONE, startBrowser } from "../browser.ts";
import { openSqlite } from "../../../src/store/sqlite/open-sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { SCHOOL, startBot, type StartedBot } from "../program/start-bot.ts";
import { PATIENCE_MS } from "../until.ts";
import { seedJournal } from "./seed-journal.ts";

/** Where to leave pictures of the pages; none are taken without it. */
const SHOTS = process.env["CONSOLE_SHOTS"];
/** In words: the tests are not compiled for a browser. */
const AXE_RUN = `axe.run(document, { resultTypes: ["violations"] })`;
/** Of the other colours nothing else can be wrong. */
const AXE_RUN_COLOURS = `axe.run(document, { resultTypes: ["violations"], runOnly: ["color-contrast"] })`;

export interface ConsoleRig {
  readonly bot: StartedBot;
  /** Where the console is, as in `http://127.0.0.1:1234/console/`. */
  readonly url: string;
  /** A copy, to be changed at will. */
  readonly faqFile: string;
  /** A page of the console in a context of its own: nothing is kept from the one before. `at` as in `#/overview`. */
  open(at: string, options?: OpenOptions): Promise<Page>;
  stop(): Promise<void>;
}

export interface OpenOptions {
  readonly isPhone?: boolean;
  readonly isDark?: boolean;
  /** Where a token is needed, the page is opened by somebody who has come in with it unless this is said. */
  readonly isSignedOut?: boolean;
}

export interface RigOptions {
  /** In the journal, over the last `days`. */
  readonly questions?: number;
  readonly days?: number;
  readonly config?: Partial<Config>;
  /** In the place of the small one of the other tests. */
  readonly content?: string;
  /** Puts something else into the database before the bot starts. */
  readonly prepare?: (store: Store) => Promise<void>;
}

export async function startConsole(options: RigOptions = {}): Promise<ConsoleRig> {
  const { questions = 0, days = 30, config = {}, content, prepare } = options;
  const folder = await mkdtemp(join(tmpdir(), "console-page-"));
  const faqFile = join(folder, "faq.yaml");
  await (content === undefined ? copyFile(SCHOOL, faqFile) : writeFile(faqFile, content));
  const databaseUrl = `file:${join(folder, "bot.db")}`;
  const store = await openSqlite(databaseUrl, Date.now);
  await seedJournal(store, { questions, days, now: Date.now() });
  await prepare?.(store);
  await store.close();
  const [browser, bot] = await Promise.all([
    startBrowser(),
    startBot(faqFile, config, { previewDatabaseUrl: databaseUrl }),
  ]);
  const url = new URL("console/", bot.preview.url).href;
  return {
    bot,
    url,
    faqFile,
    open: (at, opening) => open({ browser, url, token: config.consoleToken }, at, opening),
    stop: async () => {
      await browser.close();
      await bot.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly browser: Browser;
  readonly url: string;
  /** Undefined where nobody has to sign in. */
  readonly token: string | undefined;
}

async function open(
  { browser, url, token }: Place,
  at: string,
  { isPhone = false, isDark = false, isSignedOut = false }: OpenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: isPhone ? PHONE : DESKTOP,
    locale: "ru-RU",
    colorScheme: isDark ? "dark" : "light",
    // Colours are measured, and nothing waits for a movement to end.
    reducedMotion: "reduce",
  });
  if (token !== undefined && !isSignedOut) {
    await context.request.post(`${url}api/session`, {
      data: { token },
      headers: { "x-console": "1" },
    });
  }
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${url}${at}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Checks the page as it stands for people who see, hear or move otherwise; in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const run = colorScheme === "light" ? AXE_RUN : AXE_RUN_COLOURS;
    const { violations } = await page.evaluate<AxeResults>(run);
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

/** Requests of these addresses wait until the returned function is called. */
export async function hold(page: Page, url: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

/** Pictures in light and dark, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png`, fullPage: true });
  }
}
