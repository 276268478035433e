import { chmod, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { UsageError } from "../runtime/errors.ts";
import { loadFaq } from "./load-faq.ts";
import { SMALL_FAQ } from "../../test/support/faq/small-faq.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "faq-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

it("reads a file and hands its text along", async () => {
  const file = join(folder, "faq.yaml");
  await writeFile(file, `\uFEFF${SMALL_FAQ}`);
  expect(await loadFaq(file)).toMatchObject({ kind: "ok", text: SMALL_FAQ, warnings: [] });
});

it("says what is wrong with a file that is no text", async () => {
  const file = join(folder, "faq.yaml");
  await writeFile(file, Buffer.from(SMALL_FAQ, "utf16le"));
  expect(await loadFaq(file)).toMatchObject({
    kind: "problems",
    problems: [{ code: "not-utf8" }],
    text: "",
  });
  await truncate(file, 10_000_000_000);
  expect(await loadFaq(file)).toMatchObject({
    kind: "problems",
    problems: [{ code: "file-too-large" }],
  });
});

it("tells the operator about a missing file, a folder and a device", async () => {
  await expect(loadFaq(join(folder, "nope.yaml"))).rejects.toThrow(/такого файла нет/u);
  await expect(loadFaq(folder)).rejects.toThrow(/это папка/u);
  await expect(loadFaq("/dev/null")).rejects.toThrow(/не обычный файл/u);
  await expect(loadFaq("a\0b")).rejects.toBeInstanceOf(UsageError);
});

it.skipIf(process.getuid?.() === 0)(
  "tells the operator about a file he may not read (root may read every file)",
  async () => {
    const file = join(folder, "faq.yaml");
    await writeFile(file, SMALL_FAQ);
    await chmod(file, 0);
    await expect(loadFaq(file)).rejects.toThrow(/нет права/u);
  },
);
