import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { UsageError } from "../runtime/errors.ts";
import { SMALL_FAQ } from "../../test/support/faq/small-faq.ts";
import { runPoster } from "./poster.ts";

let folder = "";
let faq = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poster-"));
  faq = join(folder, "faq.yaml");
  await writeFile(faq, SMALL_FAQ);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(...args: readonly string[]): Promise<string> {
  let printed = "";
  const stdout = (text: string) => void (printed += text);
  expect(await runPoster(args, { stdout, stderr: stdout })).toBe(0);
  return printed;
}

test("writes both files into the folder, which it makes, and names them", async () => {
  const out = join(folder, "new", "folder");
  const printed = await run("--username", "@my_bot", "--faq", faq, "--out", out);
  expect(printed).toContain(join(out, "poster.pdf"));
  expect(printed).toContain(join(out, "poster.png"));
  const pdf = await readFile(join(out, "poster.pdf"), "latin1");
  expect(pdf).toContain("/URI (https://max.ru/my_bot)");
  expect((await readFile(join(out, "poster.png"), "latin1")).slice(1, 4)).toBe("PNG");
});

test("leads to an entry when one is named", async () => {
  await run("--username", "my_bot", "--entry", "role", "--faq", faq, "--out", folder);
  const pdf = await readFile(join(folder, "poster.pdf"), "latin1");
  expect(pdf).toContain("/URI (https://max.ru/my_bot?start=role)");
});

test.each([
  [[], "--username"],
  [["--username", ""], '"" не имя бота'],
  [["--username", "a"], '"a" не имя бота'],
  [["--username", "бот"], '"бот" не имя бота'],
  [["--username", "my_bot\n"], "не имя бота"],
  [["--username", "https://max.ru/my_bot"], "не имя бота"],
  [["--username", "a".repeat(65)], "не имя бота"],
  [["--username", "my_bot", "extra"], '"extra"'],
  [["--username", "my_bot", "--colour"], "--colour"],
  [["--username", "my_bot", "--entry", "nope"], '"nope" нет'],
])("the arguments %j are a mistake to mend: %s", async (args, message) => {
  const failure: unknown = await run(...args, "--faq", faq).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect(String(failure)).toContain(message);
});

test("a folder that cannot be written is a mistake to mend", async () => {
  await expect(run("--username", "my_bot", "--faq", faq, "--out", faq)).rejects.toThrow(/Плакат не записан в папку/u);
});

test("prints help", async () => {
  expect(await run("--help")).toContain("--username NAME");
});
