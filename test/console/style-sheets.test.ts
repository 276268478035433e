// The style sheets of the pages: one that was fetched stays, so that it may not reach what is not of its page.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const WEB = resolve(import.meta.dirname, "../../src/web");
/** Fetched before every page. */
const SHARED = new Set(["parts", "shared", "shell"]);

interface Sheet {
  readonly page: string;
  readonly selectors: readonly string[];
  readonly classes: ReadonlySet<string>;
}

function sheetOf(page: string, text: string): Sheet {
  const rules = text.replaceAll(/\/\*[^]*?\*\//gu, "").replaceAll(/@keyframes [^{]+\{(?:[^{}]*\{[^{}]*\})*\s*\}/gu, "");
  const heads = Array.from(rules.matchAll(/([^{};]+)\{/gu), ([, head = ""]) => head.trim());
  const selectors = heads
    .filter((head) => !head.startsWith("@"))
    .flatMap((head) => head.split(/,(?![^(]*\))/u).map((selector) => selector.trim()));
  return { page, selectors, classes: new Set(selectors.flatMap(classesIn)) };
}

const classesIn = (selector: string) => Array.from(selector.matchAll(/\.([a-z][\w-]*)/gu), ([, name = ""]) => name);

const pageOf = (name: string) => name.replace(/^console\//u, "").split("/")[0] ?? "";

const sheets = readdirSync(WEB, { recursive: true, encoding: "utf8" })
  .filter((name) => /^(?:console|shared)\//u.test(name))
  // The names of a module are its own.
  .filter((name) => name.endsWith(".css") && !name.endsWith(".module.css"))
  .map((name) => sheetOf(pageOf(name), readFileSync(join(WEB, name), "utf8")));

/** Whether it begins with an element that other pages have too. */
function reachesOthers(selector: string, page: string): boolean {
  const [first = ""] = /^(?::where\([^)]*\)|[^ >+~(]*)/u.exec(selector) ?? [];
  return classesIn(first).every((name) => sheets.some((other) => other.page !== page && other.classes.has(name)));
}

test("a page styles nothing of another page, and what all share only within its own", () => {
  expect(sheets.length).toBeGreaterThan(1);
  const reaching = sheets
    .filter(({ page }) => !SHARED.has(page))
    .flatMap(({ page, selectors }) =>
      selectors.filter((selector) => reachesOthers(selector, page)).map((s) => `${page}: ${s}`),
    );
  expect(reaching).toEqual([]);
});
