import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

// The rules of the tree. When one fires, move the code to where it may be, or pass the collaborator in as a parameter.

const SRC = resolve(import.meta.dirname, "../src");

/**
 * Each room with the rooms it may import from, besides itself. A room stands below all that it imports, so that nobody
 * can import in circles; a room that is not named here is refused.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  // The core: no Node, network, file, clock, chance or logger.
  text: [],
  markup: [],
  faq: ["markup", "text"],
  search: ["faq", "text"],
  compare: ["faq", "search"],
  journal: ["faq", "search", "text"],
  dialog: ["faq", "journal", "markup", "search", "text"],
  check: ["dialog", "faq", "search", "text"],
  // The shell: what stores, sends, listens and draws.
  runtime: [],
  config: ["runtime"],
  store: ["journal", "runtime", "text"],
  delivery: ["runtime", "store", "text"],
  max: ["dialog", "markup", "runtime", "store"],
  poster: ["faq", "journal", "runtime"],
  server: ["runtime"],
  preview: ["runtime", "search", "server", "text"],
  live: ["check", "dialog", "faq", "runtime", "search"],
  teaching: ["dialog", "faq", "journal", "live", "markup", "runtime", "search", "store", "text"],
  support: ["dialog", "max", "runtime", "store", "text"],
  admin: [
    "config",
    "dialog",
    "faq",
    "journal",
    "live",
    "markup",
    "max",
    "poster",
    "runtime",
    "store",
    "teaching",
    "text",
  ],
  answering: ["admin", "dialog", "journal", "live", "markup", "max", "poster", "runtime", "store", "support", "text"],
  health: ["config", "delivery", "live", "runtime", "store"],
  console: [
    "admin",
    "check",
    "compare",
    "config",
    "dialog",
    "faq",
    "health",
    "journal",
    "live",
    "markup",
    "max",
    "runtime",
    "search",
    "server",
    "store",
    "teaching",
    "text",
  ],
  // The pages: they run in a browser, and take types of the servers that feed them.
  "web/shared": ["dialog", "markup", "preview", "search"],
  "web/chat": ["preview", "search", "text", "web/shared"],
  "web/console": [
    "compare",
    "console",
    "dialog",
    "faq",
    "journal",
    "markup",
    "preview",
    "search",
    "text",
    "web/shared",
  ],
  // The two programs.
  cli: [
    "check",
    "compare",
    "config",
    "dialog",
    "faq",
    "journal",
    "live",
    "markup",
    "poster",
    "runtime",
    "search",
    "store",
    "text",
  ],
  app: [
    "admin",
    "answering",
    "config",
    "console",
    "delivery",
    "dialog",
    "health",
    "live",
    "max",
    "poster",
    "preview",
    "runtime",
    "server",
    "store",
    "support",
    "teaching",
  ],
  main: ["app", "config", "live", "runtime"],
};
const CORE = new Set(["text", "markup", "faq", "search", "check", "compare", "journal", "dialog"]);

/** The rooms that may import a package; a package that is not named here is refused. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "@maxhub/max-bot-api": ["max"],
  "@orama/stemmers": ["text"],
  "@orama/stopwords": ["text"],
  "@preact/signals": ["web/chat", "web/console", "web/shared"],
  "@resvg/resvg-js": ["poster"],
  "@sindresorhus/slugify": ["faq"],
  "csv-stringify": ["journal"],
  "dejavu-fonts-ttf": ["poster"],
  diff: ["compare", "faq"],
  dotenv: ["cli", "main"],
  // The program's own server, the pages that are added to it, and the local MAX, which is a server of its own.
  fastify: ["console", "preview", "server"],
  "fuse.js": ["text", "web/console"],
  kysely: ["store"],
  libsql: ["store"],
  pdfkit: ["poster"],
  pg: ["store"],
  pino: ["runtime"],
  preact: ["web/chat", "web/console", "web/shared"],
  "prom-client": ["health"],
  qrcode: ["poster"],
  "svg-to-pdfkit": ["poster"],
  yaml: ["faq"],
  // A schema language is no shell.
  zod: Object.keys(ROOMS),
};

interface Import {
  readonly file: string;
  readonly room: string;
  /** A file of `src`, a package, or a module of Node. */
  readonly target: string;
  readonly isLocal: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.(?:ts|tsx|js)$/u.test(file) && !/\.test\.tsx?$/u.test(file));

function roomOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  return first === "web" ? `web/${second}` : first.replace(/\.ts$/u, "");
}

const textOf = (file: string) => readFileSync(join(SRC, file), "utf8");

const IMPORT =
  /^(?:import|export)\s[^"']*?from\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/gmu;

function importsOf(file: string): readonly Import[] {
  return Array.from(textOf(file).matchAll(IMPORT), (match) => {
    const named = match[1] ?? match[2] ?? match[3] ?? "";
    const isLocal = named.startsWith(".");
    const target = isLocal
      ? relative(SRC, resolve(dirname(join(SRC, file)), named))
          .split(sep)
          .join("/")
      : named;
    return { file, room: roomOf(file), target, isLocal };
  });
}

const all = files.flatMap(importsOf);
const within = all.filter(({ target }) => files.includes(target));
const outside = all.filter(({ isLocal }) => !isLocal);

test("the root of src holds the process alone, and every file has a room", () => {
  expect(files.filter((file) => !file.includes("/"))).toEqual(["main.ts"]);
  expect(files.filter((file) => !(roomOf(file) in ROOMS))).toEqual([]);
  expect(within.length).toBeGreaterThan(1_000);
});

test("the map in CONTRIBUTING shows the same rooms and what they may import", () => {
  const map = readFileSync(join(SRC, "../CONTRIBUTING.md"), "utf8");
  const shown = Array.from(
    map.matchAll(/^\| `src\/([\w/]+)` +\|[^|]*\|([^|]*)\|$/gmu),
    ([, room = "", others = ""]) => `${room}: ${others.trim()}`,
  );
  const rooms = Object.entries(ROOMS).filter(([room]) => room !== "main");
  const expected = rooms.map(([room, others]) => `${room}: ${others.join(", ")}`);
  expect(shown.toSorted()).toEqual(expected.toSorted());
});

test("what is imported stands in src, or is a package", () => {
  const wrong = all
    .filter(({ isLocal }) => isLocal)
    .filter(({ target }) => !files.includes(target) && !/\.(?:css|svg)$/u.test(target));
  expect(wrong).toEqual([]);
});

test("a room imports only from rooms it may, which stand above it", () => {
  const order = Object.keys(ROOMS);
  const upward = order.flatMap((room, place) =>
    (ROOMS[room] ?? []).filter((other) => order.indexOf(other) >= place || !(other in ROOMS)),
  );
  expect(upward).toEqual([]);
  const wrong = within.filter(({ room, target }) => {
    const other = roomOf(target);
    return other !== room && !(ROOMS[room] ?? []).includes(other);
  });
  expect(wrong).toEqual([]);
});

test("what a room may import it does import", () => {
  const taken = new Set(within.map(({ room, target }) => `${room} from ${roomOf(target)}`));
  const idle = Object.entries(ROOMS)
    .flatMap(([room, others]) => others.map((other) => `${room} from ${other}`))
    .filter((pair) => !taken.has(pair));
  expect(idle).toEqual([]);
});

test("no file imports itself by way of others, types included", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  function visit(file: string, path: readonly string[]): void {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(" > "));
      return;
    }
    if (done.has(file)) return;
    for (const { target } of within.filter((one) => one.file === file)) visit(target, [...path, file]);
    done.add(file);
  }
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("each package has the rooms that import it", () => {
  const packageOf = (target: string) =>
    target
      .split("/")
      .slice(0, target.startsWith("@") ? 2 : 1)
      .join("/");
  const wrong = outside
    .filter(({ target }) => !target.startsWith("node:"))
    .filter(({ room, target }) => !(PACKAGES[packageOf(target)] ?? []).includes(room));
  expect(wrong).toEqual([]);
});

test("the core and the pages import nothing of Node", () => {
  const wrong = outside.filter(
    ({ room, target }) => (CORE.has(room) || room.startsWith("web/")) && target.startsWith("node:"),
  );
  expect(wrong).toEqual([]);
});

test("the core takes no time and no chance of its own", () => {
  const wrong = files
    .filter((file) => CORE.has(roomOf(file)))
    .filter((file) => /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\./u.test(textOf(file)));
  expect(wrong).toEqual([]);
});

test("every source file says in its first line why it exists", () => {
  expect(files.filter((file) => !/^(?:\/\/|\/\*)/u.test(textOf(file)))).toEqual([]);
});

test("no source file is longer than one reads at a sitting", () => {
  expect(files.filter((file) => textOf(file).split("\n").length > 301)).toEqual([]);
});
