import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { GOOD_FAQ } from "../../test/support/faq/small-faq.ts";
import { runDiff } from "./diff.ts";

let folder = "";
let before = "";
let after = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "diff-"));
  before = join(folder, "before.yaml");
  after = join(folder, "after.yaml");
  await writeFile(before, GOOD_FAQ);
  await writeFile(after, GOOD_FAQ);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(args: readonly string[], input = "") {
  let stdout = "";
  const output = { stdout: (text: string) => void (stdout += text), stderr: () => undefined };
  const exitCode = await runDiff(args, output, Readable.from([Buffer.from(input)]));
  return { exitCode, stdout };
}

/** The phrases of the entry that is asked of, taken out: the bot no longer knows it. */
const WITHOUT_ROLES = GOOD_FAQ.replace(/ {6}- .*поменять роль\n/gu, "").replace(
  "Как изменить роль?\n    phrases:\n",
  "Как изменить должность?\n    phrases: [кем я записан]\n",
);

it("says that nothing changes", async () => {
  expect(await run([before, after, "--exit-code"])).toEqual({
    exitCode: 0,
    stdout: "Содержание не изменилось.\n\nСравнено на 19 вопросах: ответы не изменились.\n",
  });
});

it("shows what changes in the content and in the replies, with questions as examples", async () => {
  await writeFile(after, WITHOUT_ROLES);
  const { exitCode, stdout } = await run([before, after]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("~ вопрос «Как изменить должность?» (role)\n");
  expect(stdout).toContain("    вопрос: «Как изменить роль?» → «Как изменить должность?»\n");
  expect(stdout).toContain("      - чат 1 поменять роль\n");
  expect(stdout).toContain("      + кем я записан\n");
  expect(stdout).toMatch(/Бот перестанет отвечать сразу\n {2}\d вопрос.*«Как изменить должность\?» → /u);
  expect(await run([before, after, "--exit-code"])).toMatchObject({ exitCode: 1 });
});

it("prints one object for other programs", async () => {
  await writeFile(after, WITHOUT_ROLES);
  const { stdout } = await run([before, after, "--json"]);
  const shape = z.strictObject({
    content: z.object({
      general: z.array(z.unknown()),
      items: z.array(z.object({ id: z.string() })),
    }),
    questions: z.number(),
    replies: z.array(
      z.strictObject({
        weight: z.enum(["other-answer", "lost-answer", "new-answer", "minor"]),
        before: z.object({ outcome: z.string(), ids: z.array(z.string()) }),
        after: z.object({ outcome: z.string(), ids: z.array(z.string()) }),
        questions: z.array(z.string()).min(1),
      }),
    ),
    titles: z.record(z.string(), z.string()),
  });
  const { content, replies } = shape.parse(JSON.parse(stdout));
  expect(content.items).toMatchObject([{ id: "role" }]);
  expect(replies.length).toBeGreaterThan(0);
});

const NEW_ENTRY = "  - { id: new, category: transfer, question: Новый?, phrases: [а], answer: Да }\n";

it.each<[string, (text: string) => string, string]>([
  ["an entry added", (text) => text.replace("topics:", `${NEW_ENTRY}topics:`), "+ вопрос «Новый?» (new): добавлено"],
  [
    "an entry renamed",
    (text) => text.replace("id: role\n", "id: roles\n").replace("[role]", "[roles]"),
    "(roles): прежний id role, прежние ссылки и кнопки не сработают",
  ],
  [
    "a topic removed",
    (text) => text.replace(/topics:[^]*(?=smalltalk)/u, ""),
    "- тема «чат 1 не приходит код» (code): удалено\n",
  ],
  ["long synonyms", (text) => text.replace("вацап", `вацап, ${"я".repeat(130)}`), "  синонимы: изменились\n"],
  [
    "a long contact",
    (text) => text.replace("Позвоните в школу", "Я".repeat(130)),
    "  контакт:\n    - Позвоните в школу\n    + ЯЯЯ",
  ],
])("words %s", async (_what, edit, expected) => {
  await writeFile(after, edit(GOOD_FAQ));
  expect((await run([before, after])).stdout).toContain(expected);
});

it("reads one version from standard input", async () => {
  const { stdout } = await run(["-", after], GOOD_FAQ.replace("0.6", "0.8"));
  expect(stdout).toContain("порог: «0.8» → «0.6»");
});

describe("the questions", () => {
  const asked = async (file: string, text: string) => {
    const path = join(folder, file);
    await writeFile(path, text);
    return (await run([before, after, "--questions", path])).stdout;
  };

  it.each([
    ["a text", "list.txt", "\ufeffодин\r\n\r\n два \n", 2],
    ["a table", "list.tsv", "kind\tquestion\nx\tодин\\nдва\ny\tдва\nz\n", 2],
    ["cases", "list.yaml", "cases: [{ expect: none, questions: [один, два] }]", 2],
  ])("come from %s", async (_what, file, text, count) => {
    expect(await asked(file, text)).toContain(`Сравнено на ${count} вопросах`);
  });

  it.each([
    ["a table without the column", "list.tsv", "a\tb\n1\t2\n", /нет столбца question/u],
    ["an empty file", "list.txt", "\n \n", /в файле их нет/u],
    ["broken cases", "list.yaml", "cases: 5", /list\.yaml:1:8: ошибка/u],
  ])("do not come from %s", async (_what, file, text, reason) => {
    await expect(asked(file, text)).rejects.toThrow(reason);
  });

  it("are the phrases of both versions and the cases beside the new one", async () => {
    await writeFile(join(folder, "questions.yaml"), "cases: [{ expect: role, questions: [ау] }]");
    expect((await run([before, after])).stdout).toContain("Сравнено на 20 вопросах");
  });
});

it.each([
  [[], /нужна старая версия/u],
  [["a", "b", "c"], /нужна старая версия/u],
  [["-", "-"], /только одной/u],
  [["nope.yaml", "nope.yaml"], /такого файла нет/u],
  [["--frob"], /--frob/u],
])("refuses %j", async (args, reason) => {
  await expect(run(args)).rejects.toThrow(reason);
});

it("refuses a version with errors, and says which", async () => {
  await writeFile(after, GOOD_FAQ.replace("threshold: 0.6", "threshold: 6"));
  await expect(run([before, after])).rejects.toThrow(/after\.yaml" есть ошибки.*\n.*25:16/u);
});

it("prints help", async () => {
  expect((await run(["--help"])).stdout).toContain("npm run -s faq -- diff");
});
