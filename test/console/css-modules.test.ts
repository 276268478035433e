// The classes of CSS modules: types cannot tell whether a sheet has the one that is named.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const PAGES = resolve(import.meta.dirname, "../../src/web");
const IMPORT = /^import \* as (\w+) from "(\.[^"]+\.module\.css)";$/gmu;

const files = readdirSync(PAGES, { recursive: true, encoding: "utf8" }).map((name) => join(PAGES, name));
const textOf = (file: string) => readFileSync(file, "utf8");
const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();

/** Those of other sheets are in `:global(…)`. */
function classesOf(sheet: string): readonly string[] {
  const rules = textOf(sheet)
    .replaceAll(/\/\*[^]*?\*\//gu, "")
    .replaceAll(/:global\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/gu, "");
  const selectors = Array.from(rules.matchAll(/([^{};]+)\{/gu), ([, selector = ""]) => selector);
  return sorted(selectors.flatMap((one) => one.match(/(?<=\.)[a-z][\w-]*/gu) ?? []));
}

/** As `styles.name` or `styles["name"]`, by the sheet that is meant. */
function namedIn(file: string): readonly { readonly sheet: string; readonly name: string }[] {
  const text = textOf(file);
  return Array.from(text.matchAll(IMPORT), ([, styles = "", path = ""]) => {
    const sheet = resolve(dirname(file), path);
    const uses = text.matchAll(new RegExp(`\\b${styles}(?:\\.(\\w+)|\\["([\\w-]+)"\\])`, "gu"));
    return Array.from(uses, ([, plain, quoted = ""]) => ({ sheet, name: plain ?? quoted }));
  }).flat();
}

const named = files.filter((file) => /\.tsx?$/u.test(file)).flatMap(namedIn);

const modules = files.filter((file) => file.endsWith(".module.css"));

test("no two modules have the same name: their classes begin with it", () => {
  expect(sorted(modules.map((file) => basename(file)))).toHaveLength(modules.length);
});

test.each(modules.map((file) => [file]))("all classes of a module are named by pages, and no others: %s", (sheet) => {
  const names = named.filter((use) => use.sheet === sheet).map(({ name }) => name);
  expect(sorted(names)).toEqual(classesOf(sheet));
});
