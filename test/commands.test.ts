import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { z } from "zod";
import { runAsk } from "../src/cli/ask.ts";
import { runCheck } from "../src/cli/check.ts";
import { runDiff } from "../src/cli/diff.ts";
import { runEval } from "../src/cli/eval.ts";
import { runReport } from "../src/cli/report.ts";
import { UsageError } from "../src/runtime/errors.ts";
import { SCHOOL } from "./support/program/start-bot.ts";

// The commands of the shell: some as processes, as they are typed, and the rest without, since a start takes seconds.

const ROOT = resolve(import.meta.dirname, "..");

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function typed(args: readonly string[], input = ""): Promise<Run> {
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

const COMMANDS = { ask: runAsk, check: runCheck, diff: runDiff, eval: runEval, report: runReport };

/** What `main.ts` makes of it. */
async function run(command: keyof typeof COMMANDS, args: readonly string[], input = ""): Promise<Run> {
  let [stdout, stderr] = ["", ""];
  const output = {
    stdout: (text: string) => void (stdout += text),
    stderr: (text: string) => void (stderr += text),
  };
  try {
    const code = await COMMANDS[command](args, output, Readable.from([Buffer.from(input)]));
    return { code, stdout, stderr };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: 2, stdout, stderr: `${error.message}\n${error.hint ?? ""}\n` };
  }
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
  const { code, stdout } = await typed(["ask", "pfxtv yfv vfrc"]);
  expect(code).toBe(0);
  expect(stdout).toContain("pfxtv → зачем (раскладка клавиатуры)");
  expect(stdout).toContain("why-max");
});

test("ask --json answers a thousand lines in their order", async () => {
  const rows = readFileSync(join(ROOT, "bench/samples/dev.tsv"), "utf8").split("\n").slice(1, 251);
  const questions = rows.map((row) => row.split("\t")[0] ?? "");
  const lines = Array.from({ length: 1000 }, (_, n) => questions[n % questions.length] ?? "");
  const { code, stdout } = await typed(["ask", "--json", "--faq", SCHOOL], lines.join("\n"));
  expect(code).toBe(0);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)));
  expect(answers.map(({ question }) => question)).toEqual(lines.map((line) => line.replaceAll("\\n", "\n")));
});

test("ask --json of one question prints one line", async () => {
  const { stdout } = await run("ask", ["--json", "--faq", SCHOOL, "зачем нам макс"]);
  expect(Line.parse(JSON.parse(stdout)).answers[0]?.id).toBe("why-max");
});

test("diff compares a version from standard input with the content", async () => {
  const old = readFileSync(SCHOOL, "utf8").replace("name: Школа № 5", "name: Школа № 1");
  const { code, stdout } = await run("diff", ["-", SCHOOL, "--questions", "questions.yaml"], old);
  expect(code).toBe(0);
  expect(stdout).toContain("название организации: «Школа № 1» → «Школа № 5»");
  expect(stdout).toContain("ответы не изменились");
});

test.each([
  ["CP1251", Uint8Array.of(...CP1251_PRIVET, 0x09, 0x2d, 0x0a), "CP1251", "строка 2"],
  ["UTF-16", Buffer.from("\ufeffпривет\t-\n", "utf16le"), "UTF-16", ""],
])("questions in %s are refused with the encoding and the cure", async (_name, row, name, line) => {
  const file = join(mkdtempSync(join(tmpdir(), "faq-")), "sample.tsv");
  const isUtf16 = name === "UTF-16";
  writeFileSync(file, isUtf16 ? row : Buffer.concat([Buffer.from("question\texpected\n"), row]));
  const { code, stdout, stderr } = await run("eval", [file]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  for (const part of [file, name, line, "UTF-8"]) expect(stderr).toContain(part);
});

test("eval prints the figures in total and by kind", async () => {
  const { code, stdout, stderr } = await run("eval", ["bench/samples/dev.tsv", "--faq", SCHOOL]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/total\s+400/u);
  expect(stdout).toMatch(/translit/u);
  expect(stderr).toContain("400 / 400");
});

test("what is typed wrong ends with exit code 2 and what to do", async () => {
  const { code, stdout, stderr } = await typed(["frobnicate"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/frobnicate[\s\S]*--help/u);
});

test.each([
  ["ask", [], /нет вопроса/u],
  ["ask", ["--nonsense", "x"], /--nonsense/u],
  ["eval", [], /нужна одна выборка/u],
  ["eval", ["no-such.tsv"], /no-such\.tsv/u],
  ["check", ["no-such.yaml"], /no-such\.yaml/u],
] as const)("%s %j is refused with exit code 2 and what to do", async (command, args, expected) => {
  const { code, stderr } = await run(command, args);
  expect(code).toBe(2);
  expect(stderr).toMatch(expected);
});

test.each(["check", "diff", "ask", "eval", "report"] as const)("%s has its own help", async (command) => {
  const { code, stdout } = await run(command, ["--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain(`faq -- ${command}`);
});
