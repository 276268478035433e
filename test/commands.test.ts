import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const ROOT = resolve(import.meta.dirname, "..");

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function faq(args: readonly string[], input = ""): Promise<Run> {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: "1" },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  return new Promise((settle) => child.on("close", (code) => settle({ code, stdout, stderr })));
}

/** "Привет". */
const CP1251_PRIVET = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];

const Scored = z.object({ id: z.string(), confidence: z.number().min(0).max(1) });
const Line = z.strictObject({
  question: z.string(),
  outcome: z.enum(["answer", "suggest", "none", "topic", "smalltalk"]),
  answers: z.array(Scored),
  suggestions: z.array(Scored),
});

test("ask explains the answer to one question", async () => {
  const { code, stdout } = await faq(["ask", "pfxtv yfv vfrc"]);
  expect(code).toBe(0);
  expect(stdout).toContain("pfxtv → зачем (раскладка клавиатуры)");
  expect(stdout).toContain("why-max");
});

test("ask --json answers a thousand lines in their order", async () => {
  const rows = readFileSync(join(ROOT, "bench/samples/dev.tsv"), "utf8").split("\n").slice(1, 251);
  const questions = rows.map((row) => row.split("\t")[0] ?? "");
  const lines = Array.from({ length: 1000 }, (_, n) => questions[n % questions.length] ?? "");
  const { code, stdout } = await faq(["ask", "--json"], lines.join("\n"));
  expect(code).toBe(0);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)));
  expect(answers.map(({ question }) => question)).toEqual(
    lines.map((line) => line.replaceAll("\\n", "\n")),
  );
});

test("ask --json of one question prints one line, from another file too", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "faq-")), "small.yaml");
  writeFileSync(
    file,
    `organization: { name: Клуб, contact: Спросите тренера }
categories: [{ id: all, title: Всё }]
entries:
  - { id: when, category: all, question: Когда тренировка?, phrases: [во сколько занятие], answer: В пять. }
  - { id: where, category: all, question: Где тренировка?, phrases: [в каком зале занятие], answer: В зале. }
`,
  );
  const { stdout } = await faq(["ask", "--json", "--faq", file, "во сколько тренировка"]);
  const line = Line.parse(JSON.parse(stdout));
  expect([...line.answers, ...line.suggestions][0]?.id).toBe("when");
});

test("diff compares a version from standard input with the content", async () => {
  const old = readFileSync(join(ROOT, "faq.yaml"), "utf8").replace("name: ГБОУ …", "name: ГБОУ 1");
  const { code, stdout } = await faq(["diff", "-", "--questions", "questions.yaml"], old);
  expect(code).toBe(0);
  expect(stdout).toContain("название организации: «ГБОУ 1» → «ГБОУ …»");
  expect(stdout).toContain("ответы не изменились");
});

test.each([
  ["CP1251", Uint8Array.of(...CP1251_PRIVET, 0x09, 0x2d, 0x0a), "CP1251", "строка 2"],
  ["UTF-16", Buffer.from("\ufeffпривет\t-\n", "utf16le"), "UTF-16", ""],
])("questions in %s are refused with the encoding and the cure", async (_name, row, name, line) => {
  const file = join(mkdtempSync(join(tmpdir(), "faq-")), "sample.tsv");
  const isUtf16 = name === "UTF-16";
  writeFileSync(file, isUtf16 ? row : Buffer.concat([Buffer.from("question\texpected\n"), row]));
  const { code, stdout, stderr } = await faq(["eval", file]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  for (const part of [file, name, line, "UTF-8"]) expect(stderr).toContain(part);
});

test("eval prints the figures in total and by kind", async () => {
  const { code, stdout, stderr } = await faq(["eval", "bench/samples/dev.tsv"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/total\s+400/u);
  expect(stdout).toMatch(/translit/u);
  expect(stderr).toContain("400 / 400");
});

test.each([
  [["frobnicate"], /frobnicate/u],
  [["ask"], /нет вопроса/u],
  [["ask", "--nonsense", "x"], /--nonsense/u],
  [["eval"], /нужна одна выборка/u],
  [["eval", "no-such.tsv"], /no-such\.tsv/u],
  [["check", "no-such.yaml"], /no-such\.yaml/u],
])("%j is refused with exit code 2 and what to do", async (args, expected) => {
  const { code, stderr } = await faq(args);
  expect(code).toBe(2);
  expect(stderr).toMatch(expected);
});

test.each(["check", "diff", "ask", "eval", "report"])("%s has its own help", async (command) => {
  const { code, stdout } = await faq([command, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain(`faq -- ${command}`);
});
