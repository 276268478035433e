// What a browser has to fetch of each page, as it was built: little, and nothing that does not belong to it.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const BUILT = join(resolve(import.meta.dirname, "../.."), "dist/pages");
const MOST_BYTES = { chat: 44_000, console: 150_000 };

const assets = readdirSync(join(BUILT, "assets")).filter((name) => !name.endsWith(".gz"));
const textOf = (name: string) => readFileSync(join(BUILT, name), "utf8");
const bytesOf = (names: readonly string[]) => names.reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0);

/** The page and all that it names, or that is named by what it names. */
function filesOf(page: string): readonly string[] {
  const found = new Set([`${page}/index.html`]);
  for (const file of found) {
    if (file.endsWith(".svg")) continue;
    const text = textOf(file);
    for (const name of assets) if (text.includes(name)) found.add(`assets/${name}`);
  }
  return [...found];
}

test("all pages of the console together are small", () => {
  const bytes = bytesOf(filesOf("console"));
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(MOST_BYTES.console);
});

test("the chat page is small, and takes nothing of the console but what both share", () => {
  const files = filesOf("chat");
  expect(bytesOf(files)).toBeGreaterThan(10_000);
  expect(bytesOf(files)).toBeLessThan(MOST_BYTES.chat);
  expect(files.filter((name) => /\/(?:content|overview)-/u.test(name))).toEqual([]);
});

test.each([
  ["chat", /^assets\//u],
  ["console", /^\/console\/assets\//u],
])("the %s page has no source maps, scripts or styles in its text, or anything of another host", (page, isOwn) => {
  expect(assets.filter((name) => name.endsWith(".map"))).toEqual([]);
  const index = textOf(`${page}/index.html`);
  expect(index).not.toMatch(/<style|style=|<script(?![^>]*src=)/u);
  const addresses = Array.from(index.matchAll(/(?:src|href)="([^"]+)"/gu), (match) => match[1]);
  expect(addresses.length).toBeGreaterThan(2);
  expect(addresses.filter((address = "") => !isOwn.test(address))).toEqual([]);
});

test("every file has its compressed twin", () => {
  const names = [...assets.map((name) => `assets/${name}`), "chat/index.html", "console/index.html"];
  for (const name of names)
    expect(gzipSync(textOf(name), { level: 9 })).toEqual(readFileSync(join(BUILT, `${name}.gz`)));
});
