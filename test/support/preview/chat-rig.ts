// The chat page of the local MAX in a real browser, with a bot that answers on it.
import type { Browser, Page } from "playwright-core";
import { startPreview, type Preview, type PreviewOptions } from "../../../src/preview/preview.ts";
import type { Explanation } from "../../../src/search/explain.ts";
import { DESKTOP } from "../browser.ts";
import { PATIENCE_MS } from "../until.ts";
import { startEchoBot } from "./echo-bot.ts";

/** Where to leave pictures of the page; none are taken without it. */
const SHOTS = process.env["PREVIEW_SHOTS"];

export interface ChatRig {
  readonly preview: Preview;
  /** The page in a context of its own: nothing is kept from the one before. */
  open(options?: OpenOptions): Promise<Page>;
  stop(): Promise<void>;
}

export interface OpenOptions {
  readonly viewport?: typeof DESKTOP;
  readonly isDark?: boolean;
  /** As in `?start=q_no-smartphone`. */
  readonly query?: string;
}

export async function startChat(browser: Browser, options: Partial<PreviewOptions> = {}): Promise<ChatRig> {
  const preview = await startPreview({
    host: "127.0.0.1",
    port: 0,
    token: "token",
    botName: "Переход в MAX",
    username: "id7700000000_bot",
    limits: false,
    explain: explainSample,
    ...options,
  });
  const stopBot = await startEchoBot(preview.apiUrl, "token");
  return {
    preview,
    open: ({ viewport = DESKTOP, isDark = false, query = "" } = {}) =>
      open(browser, { viewport, isDark, url: `${preview.url}${query}` }),
    stop: async () => {
      stopBot();
      await preview.close();
    },
  };
}

interface Opening extends Required<Omit<OpenOptions, "query">> {
  readonly url: string;
}

async function open(browser: Browser, { viewport, isDark, url }: Opening): Promise<Page> {
  const colorScheme = isDark ? "dark" : "light";
  const context = await browser.newContext({ viewport, locale: "ru-RU", colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  return page;
}

export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  // Let the short animations end.
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${SHOTS}/${name}.png`, timeout: 20_000 });
}

function explainSample(text: string): Explanation {
  return {
    question: text,
    understoodAs: "макс чат перенос",
    repairs: [{ from: "vfrc", to: "макс", how: "раскладка" }],
    outcome: "answer",
    reasons: [
      "Первый вариант набрал 91 % — это выше порога прямого ответа (60 %).",
      "Следующий вариант отстаёт на 54 %.",
    ],
    candidates: [
      {
        kind: "entry",
        id: "chats-not-transferred",
        title: "Какие чаты не переносятся?",
        confidence: 0.91,
        nearestPhrase: "чат из электронного дневника переедет?",
        words: [
          { word: "чат", weight: 1.8 },
          { word: "перенос", weight: 2.4 },
          { word: "макс", weight: -0.3 },
        ],
      },
      {
        kind: "entry",
        id: "partial-transfer",
        title: "Почему перенеслась только часть чатов?",
        confidence: 0.37,
        nearestPhrase: "перенеслись не все чаты",
        words: [{ word: "чат", weight: 1.1 }],
      },
      {
        kind: "topic",
        id: "login-code",
        title: "login-code",
        confidence: 0.04,
        nearestPhrase: "не приходит код из смс",
        words: [],
      },
    ],
  };
}
