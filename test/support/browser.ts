// A real browser for tests of the pages.
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

export const DESKTOP = { width: 1440, height: 860 };
export const PHONE = { width: 390, height: 844 };

/** As a single process it ends with the first context that is closed; without a zygote every page starts a program. */
const UNWANTED = new Set(["--single-process", "--no-zygote"]);

// A graphics card in software takes three times the time, for pages that have no 3D.
chromium.setGraphicsMode = false;

export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !UNWANTED.has(arg)),
    headless: true,
  });
}
