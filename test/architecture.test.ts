import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

// The rules of the tree. When one fires, move the code to where it may be, or pass the collaborator in as a parameter.

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");

/** Pure folders: no Node, no network, no file, no clock, no logger. */
const CORE = new Set(["faq", "markup", "text", "search", "lint", "compare", "stats", "dialog"]);
/** Files of core folders that are their shell. */
const SHELL_FILES = new Set(["faq/load.ts", "faq/load-questions.ts", "faq/watch.ts"]);
/** Which folders a folder may import from, besides itself. Files of src itself may import from all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  markup: [],
  text: [],
  faq: ["markup", "text"],
  search: ["faq", "text"],
  lint: ["faq", "search", "text"],
  compare: ["faq", "search"],
  dialog: ["faq", "markup", "search", "stats"],
  stats: ["drawing", "faq", "store"],
  editor: ["faq"],
  teach: ["dialog", "editor", "faq", "markup", "search", "stats", "store", "text"],
  store: [],
  delivery: ["store"],
  max: ["delivery", "dialog", "markup", "store"],
  support: ["delivery", "dialog", "max", "store"],
  preview: ["search"],
  console: [
    "compare",
    "dialog",
    "editor",
    "faq",
    "lint",
    "markup",
    "search",
    "stats",
    "store",
    "teach",
    "text",
  ],
  server: [],
  metrics: ["store"],
  config: [],
  cli: [
    "compare",
    "config",
    "dialog",
    "faq",
    "drawing",
    "lint",
    "poster",
    "search",
    "stats",
    "store",
  ],
  drawing: [],
  poster: ["drawing"],
};
/** The one folder that may import a package ("" is src itself). */
const OWNER: Readonly<Record<string, string>> = {
  "@maxhub/max-bot-api": "max",
  "@orama/stemmers": "text",
  "@sindresorhus/slugify": "faq",
  "@orama/stopwords": "text",
  "csv-stringify": "cli",
  diff: "compare",
  dotenv: "",
  "fuse.js": "text",
  kysely: "store",
  pg: "store",
  libsql: "store",
  "prom-client": "metrics",
  pino: "",
  pdfkit: "poster",
  "svg-to-pdfkit": "poster",
  "@resvg/resvg-js": "drawing",
  "dejavu-fonts-ttf": "drawing",
  qrcode: "poster",
  yaml: "faq",
};
/** Packages of several folders: a schema language is no shell. */
const SHARED = new Set(["zod"]);
/** Packages of the shell that serve pages: the preview is a server of its own. */
const SERVERS: Readonly<Record<string, readonly string[]>> = {
  fastify: ["server", "preview", "console"],
};

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

function sourceFiles(): readonly string[] {
  return (
    readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .map((file) => file.split(sep).join("/"))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .filter((file) => !file.endsWith(".test.ts") && !file.includes("/testing/"))
      // Run in a browser, and are no part of the program: Vite builds them.
      .filter((file) => !file.startsWith("console/page/"))
  );
}

function folderOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] ?? "") : "";
}

const IMPORT =
  /^(?:import|export)\s[^"']*?from\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/gmu;

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  return Array.from(text.matchAll(IMPORT), (match) => ({
    file,
    folder: folderOf(file),
    target: match[1] ?? match[2] ?? match[3] ?? "",
  }));
}

const imports = sourceFiles().flatMap(importsOf);

function localTarget({ file, target }: Import): string {
  return relative(SRC, resolve(dirname(join(SRC, file)), target))
    .split(sep)
    .join("/");
}

function packageOf(target: string): string {
  const parts = target.split("/");
  return target.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

test("the reading of imports works: the tree has many, and every folder is known", () => {
  expect(imports.length).toBeGreaterThan(200);
  const folders = new Set(imports.map(({ folder }) => folder).filter((folder) => folder !== ""));
  expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});

test("the core imports nothing of Node and no shell", () => {
  const wrong = imports.filter(
    ({ file, folder, target }) =>
      CORE.has(folder) && !SHELL_FILES.has(file) && target.startsWith("node:"),
  );
  expect(wrong).toEqual([]);
});

test("a folder imports only from the folders it may", () => {
  const wrong = imports.filter((one) => {
    if (one.folder === "" || !one.target.startsWith(".")) return false;
    const target = localTarget(one);
    const folder = folderOf(target);
    if (target === "errors.ts" || folder === one.folder) return false;
    // The commands are built on the same root as the process.
    if (one.folder === "cli" && target === "content.ts") return false;
    return !(MAY_IMPORT[one.folder] ?? []).includes(folder);
  });
  expect(wrong).toEqual([]);
});

test("each package has one folder that imports it", () => {
  const wrong = imports.filter(({ folder, target }) => {
    if (target.startsWith(".") || target.startsWith("node:")) return false;
    const name = packageOf(target);
    return !SHARED.has(name) && !(SERVERS[name] ?? [OWNER[name]]).includes(folder);
  });
  expect(wrong).toEqual([]);
});

test("the core takes no time and no chance of its own", () => {
  const wrong = sourceFiles()
    .filter((file) => CORE.has(folderOf(file)) && !SHELL_FILES.has(file))
    .filter((file) =>
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\./u.test(
        readFileSync(join(SRC, file), "utf8"),
      ),
    );
  expect(wrong).toEqual([]);
});

test("every source file says in its first line why it exists", () => {
  const wrong = sourceFiles().filter(
    (file) => !readFileSync(join(SRC, file), "utf8").startsWith("//"),
  );
  expect(wrong).toEqual([]);
});
