import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { SETTINGS, type Setting } from "../src/config/settings.ts";

const ROOT = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "bench/README.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const settings: readonly Setting[] = Object.values(SETTINGS);

test("the README's table lists every setting with its meaning and default, and no other", () => {
  const rows = read("README.md")
    .split("\n")
    .filter((line) => /^\| `[A-Z_]+` /u.test(line))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| |\|$/gu, "").trim()));
  const expected = settings.map(({ name, meaning, fallback }) => [
    `\`${name}\``,
    meaning,
    fallback === undefined ? "" : `\`${fallback}\``,
  ]);
  expect(rows).toEqual(expected);
});

test(".env.example has every setting with its meaning and default, and no other", () => {
  const example = read(".env.example");
  const names = Array.from(example.matchAll(/^([A-Z_]+)=(.*)$/gmu), ([, name, value]) => [name, value]);
  expect(names).toEqual(settings.map(({ name, fallback }) => [name, fallback ?? ""]));
  for (const { meaning } of settings) expect(example).toContain(`# ${meaning}\n`);
});

test("every npm command in the README exists", () => {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));
  const commands = Array.from(read("README.md").matchAll(/npm (?:run (?:-s )?([a-z:]+)|(start|test))/gu));
  expect(commands.length).toBeGreaterThan(5);
  const missing = commands.map(([, run, short]) => run ?? short ?? "").filter((name) => !(name in scripts));
  expect(missing).toEqual([]);
});

test("links between the documents lead somewhere", () => {
  const dead = DOCUMENTS.flatMap((file) =>
    Array.from(read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/gu), ([, target]) => target ?? "")
      .filter((target) => !existsSync(resolve(ROOT, file, "..", target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test("the code that documents name exists", () => {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const rooms = new Set(sources.map((file) => file.split("/")[0] ?? ""));
  const isThere = (name: string) => {
    const pattern = name.replace(/\/$/u, "").replaceAll(".", "\\.").replaceAll("*", "[^/]*");
    const whole = new RegExp(`^${pattern}(?:\\.tsx?)?$`, "u");
    return sources.some((file) => whole.test(file));
  };
  const gone = DOCUMENTS.flatMap((file) =>
    Array.from(read(file).matchAll(/`(?:src\/)?([a-z-]+\/[\w*./-]+)`/gu), ([, name]) => name ?? "")
      .filter((name) => rooms.has(name.split("/")[0] ?? "") && !isThere(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(gone).toEqual([]);
});

test("the hosts that a firewall has to let through begin with the one that is called where no other is set", () => {
  const sdk = read("node_modules/@maxhub/max-bot-api/dist/core/network/api/client.js");
  const called = /^\s*baseUrl: 'https:\/\/([^']+)'/mu.exec(sdk)?.[1] ?? "unknown";
  const section = /## Whom it calls\n([\s\S]*?)\n## /u.exec(read("docs/security.md"))?.[1] ?? "";
  const named = section.match(/(?<=`)[\w-]+(?:\.[\w-]+)*\.ru(?=`)/gu);
  expect(named).toEqual([called, "iu.oneme.ru", "omu.okcdn.ru", "omub.okcdn.ru"]);
});

test("every picture is shown by a document", () => {
  const text = DOCUMENTS.map(read).join("\n");
  const forgotten = readdirSync(join(ROOT, "docs/images")).filter((file) => !text.includes(`images/${file}`));
  expect(forgotten).toEqual([]);
});

test("the README stays readable: at most 150 lines", () => {
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(150);
});

test(".ci/run runs the README's test command and then the check", () => {
  expect(read("README.md")).toContain("```sh\nnpm ci && npm test\n```");
  expect(read(".ci/run")).toMatch(/\(npm ci && npm test\)[\s\S]*npm run check/u);
});

test("the lock file records no download addresses", () => {
  expect(read("package-lock.json")).not.toContain('"resolved": "http');
});
