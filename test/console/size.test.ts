// What a browser has to fetch of the console, as it was built: little, and nothing that does not belong to it.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const BUILT = join(resolve(import.meta.dirname, "../.."), "dist/console/page");
const MOST_BYTES = 150_000;
/** Chart.js, fetched by the first plot. */
const PLOTS = /^draw-bars-/u;

const files = readdirSync(BUILT, { recursive: true, encoding: "utf8" }).filter(
  (name) => extname(name) !== "",
);
const textOf = (name: string) => readFileSync(join(BUILT, name), "utf8");
const zippedBytes = (name: string) => gzipSync(textOf(name)).length;

test("all pages together are small, and the plots apart from them", () => {
  const scripts = files.filter((name) => name.endsWith(".js"));
  const plots = scripts.filter((name) => PLOTS.test(name.replace("assets/", "")));
  expect(plots).toHaveLength(1);
  const bytes = files
    .filter((name) => !plots.includes(name))
    .reduce((sum, name) => sum + zippedBytes(name), 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

test("no page has source maps, scripts or styles in its text, or anything of another host", () => {
  expect(files.filter((name) => name.endsWith(".map"))).toEqual([]);
  const index = textOf("index.html");
  expect(index).not.toMatch(/<style|style=|<script(?![^>]*src=)/u);
  const addresses = Array.from(index.matchAll(/(?:src|href)="([^"]+)"/gu), (match) => match[1]);
  expect(addresses.length).toBeGreaterThan(2);
  const isOwn = /^(?:\/console\/assets\/|data:image\/)/u;
  expect(addresses.filter((address = "") => !isOwn.test(address))).toEqual([]);
});
