import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GOOD_FAQ } from "../../test/support/faq/small-faq.ts";
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

/** The good file with one part replaced. */
function good(part: string, replacement: string): string {
  expect(GOOD_FAQ).toContain(part);
  return GOOD_FAQ.replace(part, replacement);
}

async function run(args: readonly string[], env: Record<string, string> = {}, isTty = false) {
  const printed = { stdout: "", stderr: "" };
  const out = {
    stdout: (text: string) => void (printed.stdout += text),
    stderr: (text: string) => void (printed.stderr += text),
  };
  const now = () => new Date("2025-11-25T12:00:00");
  const exitCode = await runCheck(args, out, { env, isTty, now });
  return { exitCode, ...printed };
}

it("sums up a file without errors and exits 0", async () => {
  await writeFile(file, GOOD_FAQ);
  expect(await run([file])).toEqual({
    exitCode: 0,
    stdout: `${file}: 2 вопроса, 1 тема, 17 фраз; ошибок нет\n`,
    stderr: "",
  });
});

it("prints every problem, counts them and exits 1", async () => {
  await writeFile(file, good("[role]", "[role, role]").replace("threshold: 0.6", "threshold: 6"));
  const { exitCode, stdout } = await run([file]);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`${file}:25:16: ошибка: число 6 не подходит`);
  expect(stdout).toContain("        threshold: 6\n                   ^\n");
  expect(stdout).toMatch(/: 1 ошибка, 1 предупреждение\n$/u);
});

it("exits 0 when there are only warnings", async () => {
  await writeFile(file, good("[role]", "[role, role]"));
  const { exitCode, stdout } = await run([file]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/ошибок нет, 1 предупреждение\n$/u);
});

it("takes the file from FAQ_FILE when none is named", async () => {
  await writeFile(file, GOOD_FAQ);
  expect(await run([], { FAQ_FILE: file })).toMatchObject({ exitCode: 0 });
});

it("prints no more than a hundred problems", async () => {
  await writeFile(file, good("[whatsapp, вацап]", `[${"1, ".repeat(150)}]`));
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

it("makes warnings fail with --strict only", async () => {
  await writeFile(file, good("[role]", "[role, role]"));
  expect(await run([file, "--strict"])).toMatchObject({ exitCode: 1 });
  await writeFile(file, GOOD_FAQ);
  expect(await run([file, "--strict"])).toMatchObject({ exitCode: 0 });
});

it("warns of what could be better, with today's date", async () => {
  await writeFile(file, good("checked: 2025-09-15", "checked: 2024-11-24"));
  const { exitCode, stdout } = await run([file]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(":24:14: предупреждение: ответ проверяли 2024-11-24");
});

describe("regression cases", () => {
  const cases = (expected: string) => `cases: [{ expect: ${expected}, questions: [как мне поменять роль] }]`;

  beforeEach(() => writeFile(file, GOOD_FAQ));

  it("are taken from questions.yaml beside the FAQ", async () => {
    await writeFile(join(folder, "questions.yaml"), cases("role"));
    const { exitCode, stdout } = await run([file]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("17 фраз, 1 проверочный вопрос; ошибок нет");
  });

  it("fail the check when the bot answers otherwise", async () => {
    const questions = join(folder, "questions.yaml");
    await writeFile(questions, cases("chats"));
    const { exitCode, stdout } = await run([file]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${questions}:1:38: ошибка: на вопрос «как мне поменять роль»`);
    const { problems } = JSON.parse((await run([file, "--json"])).stdout);
    expect(problems).toMatchObject([{ code: "failed-case", file: questions, line: 1, column: 38 }]);
  });

  it("may be in another file, which has to be there", async () => {
    const questions = join(folder, "other.yaml");
    await writeFile(questions, cases("chats"));
    expect(await run([file, "--questions", questions])).toMatchObject({ exitCode: 1 });
    await expect(run([file, "--questions", join(folder, "nope.yaml")])).rejects.toThrow(
      /nope\.yaml": такого файла нет/u,
    );
  });

  it("in a file that is no text are reported, and so is the FAQ", async () => {
    await writeFile(join(folder, "questions.yaml"), Buffer.from("cases", "utf16le"));
    await writeFile(file, good("[role]", "[role, role]"));
    const { exitCode, stdout } = await run([file]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("UTF-16");
    expect(stdout).toContain("1 ошибка, 1 предупреждение");
  });
});

it("annotates lines for code review on GitHub", async () => {
  await writeFile(file, good("[role]", "[role, role]").replace("- что с чатом", "- 100%: да,нет"));
  expect((await run([file, "--format", "github"])).stdout.split("\n")).toEqual([
    expect.stringMatching(
      /^::error file=.*faq\.yaml,line=14,col=9,endColumn=21,title=text-became-mapping::.*100%25: да,нет/u,
    ),
    expect.stringMatching(/^::warning file=.*,line=22,col=21,.*title=repeated-related::/u),
    "",
  ]);
});

it("escapes what would end a property of an annotation", async () => {
  const odd = join(folder, "a,b:c%.yaml");
  await writeFile(odd, "");
  const { stdout } = await run([odd, "--format=github"]);
  expect(stdout).toMatch(/^::error file=.*\/a%2Cb%3Ac%25\.yaml,title=empty-file::файл пуст/u);
});

it("prints one object for other programs", async () => {
  await writeFile(file, good("[role]", "[role, role]"));
  const { exitCode, stdout } = await run([file, "--json"]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    errors: 0,
    warnings: 1,
    problems: [
      {
        code: "repeated-related",
        severity: "warning",
        file,
        line: 22,
        column: 21,
        length: 4,
        message: "вопрос «role» в related уже есть",
        advice: "Удалите повтор",
      },
    ],
  });
  await writeFile(file, "");
  const empty = await run([file, "--format", "json", "--strict"]);
  expect(empty.exitCode).toBe(1);
  expect(JSON.parse(empty.stdout)).toMatchObject({ errors: 1, problems: [{ line: null }] });
});

it.each([
  [["nope.yaml"], "nope.yaml"],
  [["--format", "xml"], "xml"],
  [["--json", "--format", "github"], "не сочетаются"],
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
