import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GOOD_FAQ } from "../../test/support/faq/small-faq.ts";
import { runAsk } from "./ask.ts";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ask-"));
  file = join(folder, "faq.yaml");
  await writeFile(file, GOOD_FAQ);
});
afterAll(() => rm(folder, { recursive: true }));

async function ask(args: readonly string[], input: string, isTerminal = false): Promise<string> {
  let out = "";
  const output = { stdout: (text: string) => void (out += text), stderr: () => undefined };
  const from = Readable.from([input]);
  expect(await runAsk([...args, "--faq", file], output, from, isTerminal)).toBe(0);
  return out;
}

test("turns parted by tabs are one conversation, and the last is answered", async () => {
  const question = "как мне поменять роль";
  const lines = await ask(["--json"], `${question}\n${question}\tподробнее\n${question}\\tподробнее`);
  const [alone, talk, escaped] = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(alone).toMatchObject({ question, outcome: "answer", answers: [{ id: "role" }] });
  expect(talk).toEqual({
    question: "подробнее",
    outcome: "answer",
    answers: [{ id: "role", confidence: 1 }],
    suggestions: [],
  });
  expect(escaped.question).toBe(`${question}\tподробнее`);
});

test("without a question on a terminal it is a talk, until an empty line", async () => {
  const talk = await ask([], "как мне поменять роль\nэто точно?\n\nне слышу\n", true);
  expect(talk).toMatch(/^Разговор с ботом[\s\S]*> [\s\S]*\[Все вопросы\][\s\S]*Перепроверить можно/u);
  expect(talk).not.toContain("Я не знаю");
});
