// What the pictures of the documents are taken with: hands on the chat page, and the file a picture goes to.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import type { Browser, Page } from "playwright-core";

export const IMAGES = fileURLToPath(new URL("../docs/images/", import.meta.url));
/** A phone-like size keeps the pictures small. */
export const WIDE = { width: 1280, height: 760 };
export const NARROW = { width: 420, height: 760 };
/** For pictures of single messages: the longest is that of /stats. */
export const HIGH = { width: 420, height: 1700 };
/** Around the messages of a picture. */
const MARGIN = 4;
/** A quarter of the size less. */
const WITHOUT_ALPHA = { colorType: 2 } as const;

/** Long enough for the bot to answer and for the page to come to rest. */
const ANSWER_MS = 2_500;
const REST_MS = 1_000;

const EMOJI = fileURLToPath(
  import.meta.resolve("@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2"),
);
// First, or another font's box for "unknown" is drawn; not for digits, which are part of emoji too.
const EMOJI_FIRST = `
  @font-face { font-family: Emoji; src: url(/emoji.woff2); unicode-range: U+2705, U+2753, U+1F300-1FAFF; }
  * { font-family: Emoji, system-ui, sans-serif !important; }`;

/** The browser of the tests has no emoji: they come from a package. */
export async function newPage(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  const page = await browser.newPage({ viewport, bypassCSP: true });
  await page.route("**/emoji.woff2", (route) => route.fulfill({ path: EMOJI }));
  return page;
}

/** Emoji on whatever was opened last. */
export async function dress(page: Page): Promise<void> {
  await page.addStyleTag({ content: EMOJI_FIRST });
}

export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await dress(page);
  await page.getByRole("button", { name: "Начать", exact: true }).click();
  await page.getByRole("log").getByText("Здравствуйте!").waitFor();
}

export async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel("Сообщение", { exact: true }).fill(text);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(ANSWER_MS);
}

/** Taps the last button of this title, or of one like it. */
export async function tap(page: Page, title: string | RegExp): Promise<void> {
  const exact = typeof title === "string";
  await page.getByRole("log").getByRole("button", { name: title, exact }).last().click();
  await page.waitForTimeout(ANSWER_MS);
}

export async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(REST_MS);
  await page.screenshot({ path: `${IMAGES}${name}.png` });
}

/** The last messages of a chat and nothing around them; the page has to be high enough for them. */
export async function shootLast(page: Page, name: string, count: number): Promise<void> {
  await page.waitForTimeout(REST_MS);
  await page.mouse.move(0, 0);
  const shown = page.locator("#log > li");
  const first = await shown.nth(-count).boundingBox();
  const last = await shown.last().boundingBox();
  if (first === null || last === null) throw new Error(`There are no messages for "${name}"`);
  // Cut out here: a browser that is asked for a part paints it anew, over what it had painted.
  const whole = PNG.sync.read(await page.screenshot());
  const top = Math.max(0, Math.floor(first.y - MARGIN));
  const bottom = Math.min(whole.height, Math.ceil(last.y + last.height + MARGIN));
  const part = new PNG({ width: whole.width, height: bottom - top });
  PNG.bitblt(whole, part, 0, top, whole.width, bottom - top, 0, 0);
  await writeFile(`${IMAGES}${name}.png`, PNG.sync.write(part, WITHOUT_ALPHA));
}
