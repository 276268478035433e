import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { broken, SMALL_FAQ } from "../faq/testing/small-faq.ts";
import { runCheck } from "./check.ts";

let folder = "";
let file = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "check-"));
  file = join(folder, "faq.yaml");
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(args: readonly string[], env: Record<string, string> = {}, isTty = false) {
  const printed = { stdout: "", stderr: "" };
  const out = {
    stdout: (text: string) => void (printed.stdout += text),
    stderr: (text: string) => void (printed.stderr += text),
  };
  const exitCode = await runCheck(args, out, { env, isTty });
  return { exitCode, ...printed };
}

it("sums up a file without errors and exits 0", async () => {
  await writeFile(file, SMALL_FAQ);
  expect(await run([file])).toEqual({
    exitCode: 0,
    stdout: `${file}: 2 вопроса, 1 тема, 6 фраз; ошибок нет\n`,
    stderr: "",
  });
});

it("prints every problem, counts them and exits 1", async () => {
  await writeFile(file, broken("[role]", "[role, role]").replace("threshold: 0.6", "threshold: 6"));
  const { exitCode, stdout } = await run([file]);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`${file}:22:16: ошибка: число 6 не подходит`);
  expect(stdout).toContain("        threshold: 6\n                   ^\n");
  expect(stdout).toMatch(/: 1 ошибка, 1 предупреждение\n$/u);
});

it("exits 0 when there are only warnings", async () => {
  await writeFile(file, broken("[role]", "[role, role]"));
  const { exitCode, stdout } = await run([file]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/ошибок нет, 1 предупреждение\n$/u);
});

it("takes the file from FAQ_FILE when none is named", async () => {
  await writeFile(file, SMALL_FAQ);
  expect(await run([], { FAQ_FILE: file })).toMatchObject({ exitCode: 0 });
});

it("prints no more than a hundred problems", async () => {
  await writeFile(file, broken("[поменять роль]", `[${"1, ".repeat(150)}]`));
  const { stdout } = await run([file]);
  expect(stdout).toContain("… и ещё 50");
  expect(stdout).toContain("150 ошибок");
});

it("colours on a terminal only, and never with NO_COLOR", async () => {
  await writeFile(file, "a: [");
  expect((await run([file], {}, true)).stdout).toContain("\u001b[");
  expect((await run([file], { NO_COLOR: "1" }, true)).stdout).not.toContain("\u001b[");
  expect((await run([file], {}, false)).stdout).not.toContain("\u001b[");
});

it.each([
  [["nope.yaml"], "nope.yaml"],
  [["--foo"], "--foo"],
  [["--help=1"], "--help"],
  [["a", "b"], "2"],
])("refuses %j and says why", async (args, reason) => {
  await expect(run(args)).rejects.toThrow(reason);
});

it("prints help", async () => {
  const { exitCode, stdout } = await run(["--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("npm run -s faq -- check [файл]");
});
