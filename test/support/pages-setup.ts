// Before all test files: the pages are built once for those that open them in a browser.
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");
const BUILT = join(ROOT, "dist/pages/console/index.html");
const CONFIG = join(ROOT, "vite.config.ts");

export async function setup(): Promise<void> {
  if (newestSource() < modified(BUILT)) return;
  await build({ configFile: CONFIG, logLevel: "warn" });
}

/** The pages take modules of other folders along: any change of a source counts. */
function newestSource(): number {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|js|css|html|svg)$/u.test(name) && !name.endsWith(".test.ts"))
    .map((name) => join(ROOT, "src", name));
  return Math.max(...[...sources, CONFIG, join(ROOT, "package-lock.json")].map(modified));
}

/** Unix ms; never where there is no such file. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}
